// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.data;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.close.CloseHead;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.reading.ThreatKind;

/**
 * A post of a pack.
 *
 * @param about whether it is about the pack's incident; null where sensible people would disagree
 * @param kind what it carries
 * @param category its category; null for NONE
 * @param denies whether it denies something or gives the all-clear
 * @param text the post
 */
public record PackExample(
        @Nullable Boolean about,
        ThreatKind kind,
        @Nullable IncidentCategory category,
        boolean denies,
        String text) {

    private static final int SHORT_COLUMNS = 5;
    private static final int EXERCISE_COLUMNS = 10;

    /** Reads {@code about kind category lang text}. */
    static PackExample parse(String line, boolean denies) {
        String[] column = columns(line, SHORT_COLUMNS);
        return new PackExample(
                about(column[0]),
                ThreatKind.valueOf(column[1]),
                AuthoredExample.category(column[2]),
                denies,
                column[4]);
    }

    /** Reads a line of the exercise's form; null for a post that is only deleted there. */
    static @Nullable PackExample parseExercise(String line, boolean denies) {
        String[] column = columns(line, EXERCISE_COLUMNS);
        if (column[2].startsWith("D")) {
            return null;
        }
        return new PackExample(
                about(column[8]),
                ThreatKind.valueOf(column[6]),
                AuthoredExample.category(column[7]),
                denies,
                column[4]);
    }

    private static String[] columns(String line, int count) {
        String[] column = line.split("\t", -1);
        if (column.length != count) {
            throw new IllegalArgumentException(
                    "a post of a pack has " + column.length + " columns");
        }
        return column;
    }

    private static @Nullable Boolean about(String verdict) {
        return switch (verdict) {
            case "y", "a" -> true;
            case "n" -> false;
            case "?" -> null;
            default -> throw new IllegalArgumentException("no verdict: " + verdict);
        };
    }

    /** What is known of it, apart from whether it is about the incident. */
    public Labels labels() {
        Labels labels = AuthoredExample.kindLabels(kind, category);
        // What daily life at the same corner denies, nobody looked at.
        if (kind != ThreatKind.NONE || denies || Boolean.TRUE.equals(about)) {
            labels = labels.with(CloseHead.DENIES, denies);
        }
        if (about == null || (kind != ThreatKind.NONE && !about)) {
            return labels;
        }
        return labels.with(CloseHead.RELEVANT, about);
    }
}
