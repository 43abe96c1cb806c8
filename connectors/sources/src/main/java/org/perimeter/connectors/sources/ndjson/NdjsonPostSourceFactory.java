// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.ndjson;

import org.perimeter.connectors.spi.source.PostSource;
import org.perimeter.connectors.spi.source.PostSourceFactory;

import java.time.Clock;

/**
 * The recipe for a file of activities.
 *
 * @param id of the connector instance
 * @param network the platform that the posts are from, lower case
 * @param path the file; it need not exist yet
 * @param speed how many times faster than it was witnessed the file is replayed; 0 as fast as it
 *     can be read
 * @param follow whether to wait for more at the end; otherwise the source is finished there
 */
public record NdjsonPostSourceFactory(
        String id, String network, String path, double speed, boolean follow)
        implements PostSourceFactory {

    @Override
    public PostSource create() {
        return new NdjsonPostSource(this, Clock.systemUTC());
    }
}
