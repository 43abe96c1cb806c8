// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.access.Role;
import org.perimeter.policy.config.ConfigFile;
import org.perimeter.policy.controls.Control;
import org.perimeter.search.api.site.ServerCertificate;
import org.perimeter.search.api.site.Site;
import org.perimeter.search.signin.oidc.OidcConfig;
import org.perimeter.search.webhook.endpoint.WebhookConfig;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Where the console listens, and who may come in.
 *
 * @param host name or address to bind to; {@code 127.0.0.1} when left out. Any but a loopback
 *     address demands sign-in and TLS
 * @param port 0 to 65535; 8080 when left out, 0 for a free one
 * @param ledger folder of the ledger, relative to the configuration file; {@code ledger} when left
 *     out
 * @param roles of the local actor; analyst and supervisor when left out
 * @param jurisdiction folder with the streets that the map is drawn from, relative to the
 *     configuration file; the map stays plain when left out
 * @param webhooks endpoints that are told of alerts, with different ids; none when left out
 * @param demo whether one may look as each of four people; no when left out
 * @param publicUrl scheme and authority under which people reach it; demanded with sign-in
 * @param tls certificate and key, when TLS ends here
 * @param proxy address of the proxy that may ask, when TLS ends there
 * @param oidc where people sign in; nobody has to when left out
 */
public record ConsoleConfig(
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String ledger,
        @Nullable List<Role> roles,
        @Nullable String jurisdiction,
        @Nullable List<WebhookConfig> webhooks,
        @Nullable Boolean demo,
        @Nullable String publicUrl,
        @Nullable TlsConfig tls,
        @Nullable String proxy,
        @Nullable OidcConfig oidc) {

    private static final int DEFAULT_PORT = 8080;

    /** The console of a file without the section. */
    public static final ConsoleConfig DEFAULT =
            new ConsoleConfig(null, null, null, null, null, null, null, null, null, null, null);

    /**
     * @throws IllegalArgumentException when others could reach it without signing in or without
     *     TLS, or something is out of range
     */
    public ConsoleConfig {
        host = host == null ? "127.0.0.1" : host;
        port = port == null ? DEFAULT_PORT : port;
        ledger = ledger == null ? "ledger" : ledger;
        roles = roles == null ? List.of(Role.ANALYST, Role.SUPERVISOR) : List.copyOf(roles);
        ConfigFile.require("host", host);
        ConfigFile.require("ledger", ledger);
        if (jurisdiction != null) {
            ConfigFile.require("jurisdiction", jurisdiction);
        }
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port: must be from 0 to 65535");
        }
        requireWayIn(host, publicUrl, tls, proxy, oidc);
        if (oidc != null && demo != null && demo) {
            throw new IllegalArgumentException(
                    "demo: nobody looks as somebody else where people sign in");
        }
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("roles: at least one role is required");
        }
        demo = demo != null && demo;
        webhooks = webhooks == null ? List.of() : List.copyOf(webhooks);
        if (webhooks.stream().map(WebhookConfig::id).distinct().count() < webhooks.size()) {
            throw new IllegalArgumentException("webhooks: each needs an id of its own");
        }
    }

    @Override
    public String host() {
        return present(host);
    }

    @Override
    public Integer port() {
        return present(port);
    }

    @Override
    public String ledger() {
        return present(ledger);
    }

    @Override
    public List<Role> roles() {
        return present(roles);
    }

    @Override
    public List<WebhookConfig> webhooks() {
        return present(webhooks);
    }

    @Override
    public Boolean demo() {
        return present(demo);
    }

    /** The constructor fills every component in. */
    private static <T> T present(@Nullable T component) {
        if (component == null) {
            throw new IllegalStateException("a component was not filled in");
        }
        return component;
    }

    /** Whether this machine alone reaches it, and nothing on it stands for others. */
    boolean isLocalOnly() {
        return isLoopback(host()) && proxy == null && oidc == null;
    }

    /** Where the server is, as its parts need to know. */
    Site site(@Nullable ServerCertificate certificate) {
        return new Site(
                host(),
                port(),
                publicUrl == null ? null : URI.create(publicUrl),
                certificate,
                proxy == null ? null : literal(proxy));
    }

    @Control("ACC-01")
    private static void requireWayIn(
            String host,
            @Nullable String publicUrl,
            @Nullable TlsConfig tls,
            @Nullable String proxy,
            @Nullable OidcConfig oidc) {
        boolean loopback = isLoopback(host);
        if (!loopback && oidc == null) {
            throw new IllegalArgumentException(
                    "host: others than this machine reach it, so people have to sign in; say where"
                            + " in oidc, or take a loopback address such as 127.0.0.1");
        }
        if (!loopback && tls == null && proxy == null) {
            throw new IllegalArgumentException(
                    "tls: others than this machine reach it, so give a certificate, or name the"
                            + " proxy where TLS ends in proxy");
        }
        if (proxy != null && (tls != null || oidc == null || literal(proxy) == null)) {
            throw new IllegalArgumentException(
                    "proxy: must be the address of the one proxy, beside oidc and without tls");
        }
        if (oidc != null && !isOrigin(publicUrl, loopback && tls == null && proxy == null)) {
            throw new IllegalArgumentException(
                    "publicUrl: must be the https address that people use, without a path");
        }
        if (oidc == null && publicUrl != null) {
            throw new IllegalArgumentException("publicUrl: belongs to oidc, which is not there");
        }
    }

    private static boolean isOrigin(@Nullable String url, boolean plainAllowed) {
        try {
            URI uri = new URI(url == null ? "" : url);
            boolean plain =
                    plainAllowed
                            && "http".equals(uri.getScheme())
                            && uri.getHost() != null
                            && isLoopback(uri.getHost());
            return (plain || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** An address written as one; null for a name, which may lead somewhere else tomorrow. */
    private static @Nullable InetAddress literal(String address) {
        if (!address.matches("[0-9.]+|[0-9a-fA-F:]+")) {
            return null;
        }
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private static boolean isLoopback(String host) {
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        // Only literal addresses: a name may lead somewhere else tomorrow.
        if (!host.matches("[0-9.]+|\\[?[0-9a-fA-F:]+]?")) {
            return false;
        }
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
