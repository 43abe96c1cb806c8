// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.jetstream;

import org.perimeter.connectors.spi.source.PostSource;
import org.perimeter.connectors.spi.source.PostSourceFactory;

import java.time.Clock;

/**
 * The recipe for a connection to a Jetstream server.
 *
 * @param id of the connector instance
 * @param network the platform, lower case
 * @param url the server's {@code subscribe} address, without query
 * @param idleMillis silence after which the connection is given up; half of it brings a ping
 * @param gapMillis how much later than the cursor the first event after a resume may be before a
 *     gap is counted
 * @param maxFrameChars longest event that is kept, in chars
 */
public record JetstreamPostSourceFactory(
        String id, String network, String url, long idleMillis, long gapMillis, int maxFrameChars)
        implements PostSourceFactory {

    /** Default of {@link #idleMillis()}. */
    public static final long IDLE_MILLIS = 30_000;

    /** Default of {@link #gapMillis()}; the whole network is never silent for a minute. */
    public static final long GAP_MILLIS = 60_000;

    /** Default of {@link #maxFrameChars()}; a post record has at most a few thousand bytes. */
    public static final int MAX_FRAME_CHARS = 256 * 1024;

    /** A recipe with the defaults. */
    public JetstreamPostSourceFactory(String id, String network, String url) {
        this(id, network, url, IDLE_MILLIS, GAP_MILLIS, MAX_FRAME_CHARS);
    }

    @Override
    public PostSource create() {
        return new JetstreamPostSource(this, Clock.systemUTC());
    }
}
