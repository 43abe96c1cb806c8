// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.config.ConfigFile;

/**
 * One source of posts. The components that a type does not name must be left out.
 *
 * @param id names it in the source register, dead letters and logs: 1 to 40 lower-case letters,
 *     digits or hyphens
 * @param type {@code ndjson}, {@code directory}, {@code feed} or {@code jetstream}
 * @param network the platform that the posts are from, a name like an id; {@code bluesky} when left
 *     out for Jetstream
 * @param path ndjson: the file, directory: the directory; relative to the configuration file; it
 *     may appear later
 * @param speed ndjson: how many times faster than it was witnessed the file is replayed, up to a
 *     million; 0, as fast as it can be read, when left out
 * @param follow ndjson, directory: whether to wait for more at the end, which is so when left out;
 *     otherwise the source is finished there
 * @param url jetstream: the server's {@code subscribe} address; {@code wss}, or {@code ws} on this
 *     machine. feed: the address of an RSS, Atom or JSON feed; {@code https}, or {@code http} on
 *     this machine
 * @param idleSeconds jetstream: silence after which to connect again, 2 to 600; 30 when left out
 * @param gapSeconds jetstream: how much later than asked for the stream may start before events
 *     count as lost, 1 to 86400; 60 when left out
 * @param contact feed: an e-mail or web address at which the feed's people can ask who reads it;
 *     part of every request
 * @param pollSeconds feed: the shortest time from one request to the next, 1 to 86400; 120 when
 *     left out. A feed that brings nothing is asked ever less often, down to every half hour
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
        @Nullable Integer gapSeconds,
        @Nullable String contact,
        @Nullable Integer pollSeconds) {

    /** Type of a file of activities. */
    public static final String NDJSON = "ndjson";

    /** Type of a directory into which files of activities are dropped. */
    public static final String DIRECTORY = "directory";

    /** Type of an RSS, Atom or JSON feed. */
    public static final String FEED = "feed";

    /** Type of a Jetstream server. */
    public static final String JETSTREAM = "jetstream";

    private static final double FASTEST = 1_000_000;

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
                refuse("contact", contact);
                refuse("pollSeconds", pollSeconds);
                speed = speed == null ? Double.valueOf(0) : speed;
                follow = follow == null ? Boolean.TRUE : follow;
            }
            case DIRECTORY -> {
                SourceIds.requireName("network", network);
                ConfigFile.require("path", path);
                refuse("speed", speed);
                refuse("url", url);
                refuse("idleSeconds", idleSeconds);
                refuse("gapSeconds", gapSeconds);
                refuse("contact", contact);
                refuse("pollSeconds", pollSeconds);
                follow = follow == null ? Boolean.TRUE : follow;
            }
            case FEED -> {
                network = network == null ? "web" : network;
                SourceIds.requireName("network", network);
                SourceAddress.requireWeb(url);
                SourceAddress.requireContact(contact);
                requireRange("pollSeconds", pollSeconds, 1, 86_400);
                refuse("path", path);
                refuse("speed", speed);
                refuse("follow", follow);
                refuse("idleSeconds", idleSeconds);
                refuse("gapSeconds", gapSeconds);
                pollSeconds = pollSeconds == null ? Integer.valueOf(120) : pollSeconds;
            }
            case JETSTREAM -> {
                network = network == null ? "bluesky" : network;
                SourceIds.requireName("network", network);
                SourceAddress.requireSocket(url);
                requireRange("idleSeconds", idleSeconds, 2, 600);
                requireRange("gapSeconds", gapSeconds, 1, 86_400);
                refuse("path", path);
                refuse("speed", speed);
                refuse("follow", follow);
                refuse("contact", contact);
                refuse("pollSeconds", pollSeconds);
                idleSeconds = idleSeconds == null ? Integer.valueOf(30) : idleSeconds;
                gapSeconds = gapSeconds == null ? Integer.valueOf(60) : gapSeconds;
            }
            default ->
                    throw new IllegalArgumentException(
                            "type: unknown; known are directory, feed, jetstream and ndjson");
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
}
