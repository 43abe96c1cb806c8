// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.leak;

import org.perimeter.policy.redaction.leak.LeakKind;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a scan found.
 *
 * @param stored how many documents there were to choose from
 * @param unopened whose identity entry could not be read, so that raw ids were not looked for
 * @param finds kinds by document id; a document in which nothing was found has none
 */
public record LeakReport(int stored, int unopened, Map<String, Set<LeakKind>> finds) {

    private static final int MOST_NAMED = 20;

    public LeakReport {
        finds = Map.copyOf(finds);
    }

    /** How many documents were looked at. */
    public int scanned() {
        return finds.size();
    }

    /** How many kinds of identifier were found, document by document. */
    public int found() {
        return finds.values().stream().mapToInt(Set::size).sum();
    }

    /** Counts by kind, then the ids of documents to look at; never their text. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("scanned " + scanned() + " of " + stored);
        lines.add("unopened " + unopened);
        Map<LeakKind, Integer> counts = new EnumMap<>(LeakKind.class);
        for (LeakKind kind : LeakKind.values()) {
            counts.put(kind, 0);
        }
        finds.values().forEach(kinds -> kinds.forEach(kind -> counts.merge(kind, 1, Integer::sum)));
        counts.forEach((kind, count) -> lines.add(name(kind) + " " + count));
        new TreeMap<>(finds)
                .entrySet().stream()
                        .filter(find -> !find.getValue().isEmpty())
                        .limit(MOST_NAMED)
                        .forEach(find -> lines.add(find.getKey() + " " + names(find.getValue())));
        return lines;
    }

    private static String names(Set<LeakKind> kinds) {
        return String.join(",", kinds.stream().sorted().map(LeakReport::name).toList());
    }

    private static String name(LeakKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
