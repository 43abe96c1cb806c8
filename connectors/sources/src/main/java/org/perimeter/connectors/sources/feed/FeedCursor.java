// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.feed;

import org.perimeter.connectors.spi.source.SourceCursor;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * What a checkpoint keeps of a feed; written as six fields with semicolons between them.
 *
 * @param feed mark of the configured address; a cursor of another address is not continued
 * @param gone whether the server said that the feed will never be there again
 * @param state where it is and what was read last
 * @param seen marks of the entries that were delivered
 */
record FeedCursor(String feed, boolean gone, FeedState state, List<String> seen) {

    private static final String GONE = "gone";
    private static final String OPEN = "open";
    private static final int FIELDS = 6;

    FeedCursor {
        seen = List.copyOf(seen);
    }

    /**
     * Reads a cursor for the feed that is configured now.
     *
     * @throws IllegalArgumentException when another kind of source wrote it
     */
    static FeedCursor of(SourceCursor cursor, String url) {
        String feed = SeenItems.mark(url);
        if (cursor.equals(SourceCursor.START)) {
            return new FeedCursor(feed, false, FeedState.of(url), List.of());
        }
        String[] fields = cursor.value().split(";", -1);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("not the cursor of a feed");
        }
        if (!fields[0].equals(feed)) {
            return new FeedCursor(feed, false, FeedState.of(url), List.of());
        }
        FeedState state = new FeedState(decoded(fields[2]), decoded(fields[3]), decoded(fields[4]));
        List<String> seen = fields[5].isEmpty() ? List.of() : List.of(fields[5].split(",", -1));
        return new FeedCursor(feed, fields[1].equals(GONE), state, seen);
    }

    SourceCursor cursor() {
        return new SourceCursor(
                String.join(
                        ";",
                        feed,
                        gone ? GONE : OPEN,
                        encoded(state.url()),
                        encoded(state.etag()),
                        encoded(state.modified()),
                        String.join(",", seen)));
    }

    private static String encoded(String value) {
        return Base64.getUrlEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String value) {
        return new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
    }
}
