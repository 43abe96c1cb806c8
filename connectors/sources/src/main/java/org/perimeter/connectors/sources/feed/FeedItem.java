// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.feed;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.input.WrittenTime;

import java.time.Instant;

/**
 * One entry of a feed, whatever its format.
 *
 * @param key its guid or id, which may be any string; empty when it has none
 * @param title plain text; may be empty
 * @param content plain text; may be empty
 * @param link where a person can read it; empty when it has none
 * @param language as declared; empty when not
 * @param published when its author says it was written, as written; empty when not said
 * @param updated when its author says it was changed, as written; empty when not said
 * @param point latitude and longitude as written, separated by a space; empty when it has none
 */
record FeedItem(
        String key,
        String title,
        String content,
        String link,
        String language,
        String published,
        String updated,
        String point) {

    /** The time of its last change, else of its writing; null when neither can be read. */
    @Nullable Instant claimed() {
        Instant changed = WrittenTime.parse(updated);
        return changed == null ? WrittenTime.parse(published) : changed;
    }

    /** Whether it says a time, and none that can be read. */
    boolean isUndated() {
        return claimed() == null && !(published.isEmpty() && updated.isEmpty());
    }

    /** The same entry under the name by which it is known. */
    FeedItem withKey(String name) {
        return new FeedItem(name, title, content, link, language, published, updated, point);
    }
}
