// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.feed;

import java.util.List;

/**
 * A feed as it stood at one poll.
 *
 * @param items its entries, in its order
 * @param deleted keys of entries that it says are deleted (RFC 6721)
 */
record FeedDocument(List<FeedItem> items, List<String> deleted) {

    /** Most entries that are read; feeds list the newest first. */
    static final int MOST_ITEMS = 500;

    FeedDocument {
        items = items.stream().limit(MOST_ITEMS).toList();
        deleted = deleted.stream().limit(MOST_ITEMS).toList();
    }
}
