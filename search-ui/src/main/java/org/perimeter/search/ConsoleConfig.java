// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.access.Role;
import org.perimeter.policy.config.ConfigFile;
import org.perimeter.search.webhook.endpoint.WebhookConfig;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Where the console listens, and who may come in.
 *
 * @param host loopback name or address to bind to; {@code 127.0.0.1} when left out. Until people
 *     can sign in, no other is accepted
 * @param port 0 to 65535; 8080 when left out, 0 for a free one
 * @param ledger folder of the ledger, relative to the configuration file; {@code ledger} when left
 *     out
 * @param roles of the local actor; analyst and supervisor when left out
 * @param jurisdiction folder with the streets that the map is drawn from, relative to the
 *     configuration file; the map stays plain when left out
 * @param webhooks endpoints that are told of alerts, with different ids; none when left out
 * @param demo whether one may look as each of four people; no when left out
 */
public record ConsoleConfig(
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String ledger,
        @Nullable List<Role> roles,
        @Nullable String jurisdiction,
        @Nullable List<WebhookConfig> webhooks,
        @Nullable Boolean demo) {

    private static final int DEFAULT_PORT = 8080;

    /** The console of a file without the section. */
    public static final ConsoleConfig DEFAULT =
            new ConsoleConfig(null, null, null, null, null, null, null);

    /**
     * @throws IllegalArgumentException when the host is not a loopback address or the port is out
     *     of range
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
        if (!isLoopback(host)) {
            throw new IllegalArgumentException(
                    "host: only a loopback address such as 127.0.0.1 is accepted, because nobody"
                            + " has to sign in yet");
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
