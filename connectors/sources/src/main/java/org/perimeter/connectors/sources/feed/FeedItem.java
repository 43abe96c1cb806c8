// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.feed;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One entry of a feed, whatever its format.
 *
 * @param key its guid or id, else its address; empty when it has none
 * @param title plain text; may be empty
 * @param content plain text; may be empty
 * @param link where a person can read it; empty when it has none
 * @param language as declared; empty when not
 * @param published when its author says it was written, if it says so
 * @param updated when its author says it was changed, if it says so
 * @param point latitude and longitude as written, separated by a space; empty when it has none
 */
record FeedItem(
        String key,
        String title,
        String content,
        String link,
        String language,
        @Nullable Instant published,
        @Nullable Instant updated,
        String point) {}
