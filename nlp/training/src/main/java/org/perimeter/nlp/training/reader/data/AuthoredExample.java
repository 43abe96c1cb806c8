// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.data;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.close.CloseHead;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.reading.ThreatKind;

import java.util.Arrays;
import java.util.Set;

/**
 * A line of an author's {@code posts.tsv}.
 *
 * @param author the author's letter
 * @param kind what it carries
 * @param category its category; null for NONE and where the author gave none
 * @param flags how it says so
 * @param language en, es or mixed
 * @param text the post
 */
public record AuthoredExample(
        String author,
        ThreatKind kind,
        @Nullable IncidentCategory category,
        Set<String> flags,
        String language,
        String text) {

    private static final int COLUMNS = 5;

    /** Flags of posts that say it is not so, or no longer. */
    private static final Set<String> DENIALS = Set.of("denial", "denied", "allclear");

    /** Flags of posts of which nobody said whether they are about some incident. */
    private static final Set<String> OPEN =
            Set.of("news", "vigil", "hoax", "question", "unflagged");

    /** Flags of posts that may deny something without a flag that says so. */
    private static final Set<String> PERHAPS = Set.of("hoax", "unflagged");

    public AuthoredExample {
        flags = Set.copyOf(flags);
    }

    static AuthoredExample parse(String author, String line) {
        String[] column = line.split("\t", -1);
        if (column.length != COLUMNS) {
            throw new IllegalArgumentException(
                    author + ": a post of " + column.length + " columns");
        }
        return new AuthoredExample(
                author,
                ThreatKind.valueOf(column[0]),
                category(column[1]),
                Set.copyOf(Arrays.asList(column[2].split(",", -1))),
                column[3],
                column[4]);
    }

    static @Nullable IncidentCategory category(String column) {
        return column.isEmpty() || column.equals("-") ? null : IncidentCategory.valueOf(column);
    }

    /** Whether it denies something or gives the all-clear. */
    public boolean denies() {
        return flags.stream().anyMatch(DENIALS::contains);
    }

    /** What is known of it. */
    public Labels labels() {
        Labels labels = kindLabels(kind, category);
        if (kind != ThreatKind.NONE) {
            return labels.with(CloseHead.DENIES, false);
        }
        boolean open = flags.stream().anyMatch(OPEN::contains);
        boolean perhaps = flags.stream().anyMatch(PERHAPS::contains);
        Labels more = open ? labels : labels.with(CloseHead.RELEVANT, denies());
        return denies() || !perhaps ? more.with(CloseHead.DENIES, denies()) : more;
    }

    /** What a kind says of threat, report and relevance. */
    static Labels kindLabels(ThreatKind kind, @Nullable IncidentCategory category) {
        Labels labels =
                Labels.NONE
                        .with(category)
                        .with(CloseHead.THREAT, kind == ThreatKind.THREAT)
                        .with(CloseHead.REPORT, kind == ThreatKind.REPORT);
        return kind == ThreatKind.REPORT ? labels.with(CloseHead.RELEVANT, true) : labels;
    }
}
