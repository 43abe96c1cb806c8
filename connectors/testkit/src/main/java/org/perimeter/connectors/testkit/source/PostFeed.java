// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.source;

import org.perimeter.connectors.spi.source.PostSource;

/**
 * The far end of a post source under contract: the test publishes here, the source reads it.
 *
 * <p>Closing it releases what the feed itself holds (a server, a file), not the sources.
 */
public interface PostFeed extends AutoCloseable {

    /** Appends that many further posts, each with an id and a text of its own. */
    void publish(int posts);

    /**
     * Appends one item that cannot be read as a post and contains the given text as it stands.
     *
     * @param content letters and digits only
     */
    void publishUnreadable(String content);

    /** A new, unopened source over this feed; earlier ones stay as they are. */
    PostSource source();

    @Override
    void close();
}
