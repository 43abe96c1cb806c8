// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the key that names each entry of a document, and no other: its guid, else its link, else
 * its content. What two different entries share names neither, now and ever after.
 */
final class FeedKeys {

    private final SeenItems seen;

    /**
     * @param seen where shared names are remembered
     */
    FeedKeys(SeenItems seen) {
        this.seen = seen;
    }

    /** The entries, each with a key of its own. */
    List<FeedItem> named(List<FeedItem> items) {
        Set<FeedItem> different = new HashSet<>(items);
        Map<String, Integer> uses = new HashMap<>();
        for (FeedItem item : different) {
            candidates(item).forEach(key -> uses.merge(key, 1, Integer::sum));
        }
        Set<String> shared = new HashSet<>();
        uses.forEach(
                (key, count) -> {
                    String mark = SeenItems.mark("shared", key);
                    if (count > 1 || seen.contains(mark)) {
                        seen.add(mark);
                        shared.add(key);
                    }
                });
        List<FeedItem> named = new ArrayList<>();
        for (FeedItem item : items) {
            String key =
                    candidates(item).stream()
                            .filter(candidate -> !shared.contains(candidate))
                            .findFirst()
                            .orElseGet(() -> content(item));
            named.add(item.withKey(key));
        }
        return named;
    }

    private static Set<String> candidates(FeedItem item) {
        Set<String> candidates = new LinkedHashSet<>(List.of(item.key(), item.link()));
        candidates.remove("");
        return candidates;
    }

    private static String content(FeedItem item) {
        return "content-"
                + SeenItems.mark(
                        item.title(), item.content(), item.link(), item.published(), item.point());
    }
}
