// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.feed;

import org.perimeter.connectors.spi.source.PostSource;
import org.perimeter.connectors.spi.source.PostSourceFactory;

import java.time.Clock;

/**
 * The recipe for a feed.
 *
 * @param id of the connector instance
 * @param network the platform, lower case
 * @param url the feed's address; https, or http on this machine
 * @param contact an address at which the feed's people can ask who reads it
 * @param shortestMillis the shortest time from one request to the next
 * @param longestMillis the longest
 */
public record FeedPostSourceFactory(
        String id,
        String network,
        String url,
        String contact,
        long shortestMillis,
        long longestMillis)
        implements PostSourceFactory {

    @Override
    public PostSource create() {
        return new FeedPostSource(this, Clock.systemUTC());
    }
}
