// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.signin.oidc;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.access.Role;
import org.perimeter.policy.controls.Control;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads who somebody is out of the claims of a token whose signature has been verified. */
final class IdentityReader {

    /** What clocks may differ by. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final OidcConfig config;
    private final Clock clock;

    IdentityReader(OidcConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * Who the claims are about, if they may come in.
     *
     * @param claims of the token
     * @param idToken as it came
     * @param to where they wanted to go
     */
    @Control({"ACC-01", "ACC-04"})
    SignInOutcome read(Map<String, Object> claims, String idToken, String to) {
        String subject = text(claims.get("sub"));
        if (subject.isBlank()) {
            return new SignInOutcome.Out("", Refusal.TOKEN_REJECTED);
        }
        Instant authenticatedAt =
                claims.get("auth_time") instanceof Number seconds
                        ? Instant.ofEpochSecond(seconds.longValue())
                        : null;
        Refusal refusal = proof(claims, authenticatedAt);
        Set<Role> roles = roles(claims);
        if (refusal == null && roles.isEmpty()) {
            refusal = Refusal.NO_ROLE;
        }
        if (refusal == null && exclude(roles)) {
            refusal = Refusal.CONFLICTING_ROLES;
        }
        if (refusal != null) {
            return new SignInOutcome.Out(subject, refusal);
        }
        String session = text(claims.get("sid"));
        return new SignInOutcome.In(
                new SignedInPerson(
                        subject,
                        roles,
                        session.isEmpty() ? null : session,
                        authenticatedAt,
                        idToken),
                to);
    }

    private @Nullable Refusal proof(Map<String, Object> claims, @Nullable Instant authenticatedAt) {
        if (!config.acr().isEmpty() && !config.acr().contains(text(claims.get("acr")))) {
            return Refusal.SECOND_FACTOR;
        }
        if (!config.amr().isEmpty()
                && words(claims.get("amr")).stream().noneMatch(config.amr()::contains)) {
            return Refusal.SECOND_FACTOR;
        }
        Integer minutes = config.authMinutes();
        if (minutes != null
                && (authenticatedAt == null
                        || authenticatedAt
                                .plus(Duration.ofMinutes(minutes))
                                .plus(SKEW)
                                .isBefore(clock.instant()))) {
            return Refusal.NOT_FRESH;
        }
        return null;
    }

    private Set<Role> roles(Map<String, Object> claims) {
        Object value = claims;
        for (String step : config.rolesPath()) {
            value = value instanceof Map<?, ?> object ? object.get(step) : null;
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String word : words(value)) {
            Role role = config.roles().get(word);
            if (role != null) {
                roles.add(role);
            }
        }
        return roles;
    }

    /** Who keeps the machines or the log must not be the one who looks (ACC-04). */
    private static boolean exclude(Set<Role> roles) {
        return roles.contains(Role.ANALYST)
                && (roles.contains(Role.ADMINISTRATOR) || roles.contains(Role.AUDITOR));
    }

    private static List<String> words(@Nullable Object value) {
        if (value instanceof Collection<?> many) {
            return many.stream().filter(String.class::isInstance).map(String.class::cast).toList();
        }
        return value instanceof String one ? List.of(one) : List.of();
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }
}
