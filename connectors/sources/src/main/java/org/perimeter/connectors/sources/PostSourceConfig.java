// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.config.ConfigFile;

import java.net.URI;
import java.util.Set;

/**
 * One source of posts. The components that a type does not name must be left out.
 *
 * @param id names it in the source register, dead letters and logs: 1 to 40 lower-case letters,
 *     digits or hyphens
 * @param type {@code ndjson} or {@code jetstream}
 * @param network the platform that the posts are from, a name like an id; {@code bluesky} when left
 *     out for Jetstream
 * @param path ndjson: the file; relative to the configuration file; it may appear later
 * @param speed ndjson: how many times faster than it was witnessed the file is replayed, up to a
 *     million; 0, as fast as it can be read, when left out
 * @param follow ndjson: whether to wait for more at the end of the file, which is so when left out;
 *     otherwise the source is finished there
 * @param url jetstream: the server's {@code subscribe} address; {@code wss}, or {@code ws} on this
 *     machine
 * @param idleSeconds jetstream: silence after which to connect again, 2 to 600; 30 when left out
 * @param gapSeconds jetstream: how much later than asked for the stream may start before events
 *     count as lost, 1 to 86400; 60 when left out
 */
public record PostSourceConfig(
        String id,
        String type,
        @Nullable String network,
        @Nullable String path,
        @Nullable Double speed,
        @Nullable Boolean follow,
        @Nullable String url,
        @Nullable Integer idleSeconds,
        @Nullable Integer gapSeconds) {

    /** Type of a file of activities. */
    public static final String NDJSON = "ndjson";

    /** Type of a Jetstream server. */
    public static final String JETSTREAM = "jetstream";

    private static final double FASTEST = 1_000_000;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * @throws IllegalArgumentException with the name of the component in front
     */
    public PostSourceConfig {
        SourceIds.require(id);
        ConfigFile.require("type", type);
        switch (type) {
            case NDJSON -> {
                SourceIds.requireName("network", network);
                ConfigFile.require("path", path);
                requireRange("speed", speed, 0, FASTEST);
                refuse("url", url);
                refuse("idleSeconds", idleSeconds);
                refuse("gapSeconds", gapSeconds);
                speed = speed == null ? Double.valueOf(0) : speed;
                follow = follow == null ? Boolean.TRUE : follow;
            }
            case JETSTREAM -> {
                network = network == null ? "bluesky" : network;
                SourceIds.requireName("network", network);
                requireSocketAddress(url);
                requireRange("idleSeconds", idleSeconds, 2, 600);
                requireRange("gapSeconds", gapSeconds, 1, 86_400);
                refuse("path", path);
                refuse("speed", speed);
                refuse("follow", follow);
                idleSeconds = idleSeconds == null ? Integer.valueOf(30) : idleSeconds;
                gapSeconds = gapSeconds == null ? Integer.valueOf(60) : gapSeconds;
            }
            default ->
                    throw new IllegalArgumentException(
                            "type: unknown; known are " + JETSTREAM + " and " + NDJSON);
        }
    }

    private static void requireRange(
            String name, @Nullable Number value, double least, double most) {
        if (value != null && !(value.doubleValue() >= least && value.doubleValue() <= most)) {
            throw new IllegalArgumentException(
                    name + ": must be " + (long) least + " to " + (long) most);
        }
    }

    private static void refuse(String name, @Nullable Object value) {
        if (value != null) {
            throw new IllegalArgumentException(name + ": does not belong to this type");
        }
    }

    /** In clear over a network anybody on the way could add and remove posts. */
    private static void requireSocketAddress(@Nullable String url) {
        ConfigFile.require("url", url);
        URI address;
        try {
            address = URI.create(String.valueOf(url));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("url: is not an address", e);
        }
        String host = address.getHost();
        boolean secure = "wss".equals(address.getScheme());
        boolean local = "ws".equals(address.getScheme()) && host != null;
        boolean allowed = secure || (local && THIS_MACHINE.contains(host));
        boolean plain = address.getUserInfo() == null && address.getFragment() == null;
        if (host == null || !allowed || !plain) {
            throw new IllegalArgumentException(
                    "url: a wss address, or ws on this machine, is required");
        }
    }
}
