// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.signin.oidc;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.access.Role;
import org.perimeter.policy.config.ConfigFile;
import org.perimeter.policy.key.SecretReference;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where people sign in, and what their token must say.
 *
 * @param issuer of the provider; https, or http on this machine
 * @param clientId under which the provider knows this console
 * @param secret reference to the client's secret
 * @param rolesClaim the claim with a person's roles; full stops lead into objects. {@code roles}
 *     when left out
 * @param roles the provider's word for each role; the role's own name in lower case when left out
 * @param acr of which the token must have one; any when left out
 * @param amr of which the token must have one; any when left out
 * @param authMinutes how long ago people may have proved who they are when they sign in; null when
 *     it does not matter
 * @param allowPrivate whether the provider is in a private network; no when left out
 */
public record OidcConfig(
        String issuer,
        String clientId,
        String secret,
        @Nullable String rolesClaim,
        @Nullable Map<String, Role> roles,
        @Nullable List<String> acr,
        @Nullable List<String> amr,
        @Nullable Integer authMinutes,
        @Nullable Boolean allowPrivate) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /**
     * @throws IllegalArgumentException when something is missing or has no meaning
     */
    public OidcConfig {
        ConfigFile.require("issuer", issuer);
        ConfigFile.require("clientId", clientId);
        ConfigFile.require("secret", secret);
        requireIssuer(issuer);
        try {
            new SecretReference(secret);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("secret: " + e.getMessage(), e);
        }
        rolesClaim = rolesClaim == null ? "roles" : rolesClaim;
        if (!rolesClaim.matches("[^.\\s]+(\\.[^.\\s]+)*")) {
            throw new IllegalArgumentException("rolesClaim: must be a claim, such as roles");
        }
        roles = roles == null ? ownNames() : Map.copyOf(roles);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("roles: at least one is required");
        }
        acr = acr == null ? List.of() : List.copyOf(acr);
        amr = amr == null ? List.of() : List.copyOf(amr);
        if (authMinutes != null && (authMinutes < 1 || authMinutes > 720)) {
            throw new IllegalArgumentException("authMinutes: must be from 1 to 720");
        }
        allowPrivate = allowPrivate != null && allowPrivate;
    }

    /** The claim as the steps that lead to it. */
    List<String> rolesPath() {
        return List.of(present(rolesClaim).split("\\.", -1));
    }

    @Override
    public Map<String, Role> roles() {
        return present(roles);
    }

    @Override
    public List<String> acr() {
        return present(acr);
    }

    @Override
    public List<String> amr() {
        return present(amr);
    }

    @Override
    public Boolean allowPrivate() {
        return present(allowPrivate);
    }

    private static void requireIssuer(String issuer) {
        try {
            URI uri = new URI(issuer);
            boolean secure = "https".equals(uri.getScheme()) && uri.getHost() != null;
            boolean here = "http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost());
            if ((secure || here) && uri.getQuery() == null && uri.getFragment() == null) {
                return;
            }
        } catch (URISyntaxException e) {
            // The one message for all that is no issuer.
        }
        throw new IllegalArgumentException(
                "issuer: must be an https address, or http on this machine, without query");
    }

    private static Map<String, Role> ownNames() {
        return Arrays.stream(Role.values())
                .collect(
                        Collectors.toUnmodifiableMap(
                                role -> role.name().toLowerCase(Locale.ROOT), role -> role));
    }

    /** The constructor fills every component in. */
    private static <T> T present(@Nullable T component) {
        if (component == null) {
            throw new IllegalStateException("a component was not filled in");
        }
        return component;
    }
}
