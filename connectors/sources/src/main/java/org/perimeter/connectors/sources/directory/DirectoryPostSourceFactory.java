// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.directory;

import org.perimeter.connectors.spi.source.PostSource;
import org.perimeter.connectors.spi.source.PostSourceFactory;

import java.time.Clock;

/**
 * The recipe for a directory into which files of activities are dropped.
 *
 * @param id of the connector instance
 * @param network the platform that the posts are from, lower case
 * @param path the directory; it need not exist yet
 * @param follow whether to wait for more files; otherwise the source is finished after the last
 */
public record DirectoryPostSourceFactory(String id, String network, String path, boolean follow)
        implements PostSourceFactory {

    @Override
    public PostSource create() {
        return new DirectoryPostSource(this, Clock.systemUTC());
    }
}
