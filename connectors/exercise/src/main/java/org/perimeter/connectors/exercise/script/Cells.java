// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.script;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.exercise.city.TownPlaces;
import org.perimeter.connectors.exercise.scenario.TrueClaim;
import org.perimeter.connectors.exercise.table.TableProblems;
import org.perimeter.connectors.exercise.table.TableRow;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads cells; what cannot be read is a problem of its row and becomes something harmless. */
final class Cells {

    private static final Pattern OFFSET = Pattern.compile("(\\d{1,4}):([0-5]\\d)");

    private final TownPlaces places;
    private final TableProblems problems;

    Cells(TownPlaces places, TableProblems problems) {
        this.places = places;
        this.problems = problems;
    }

    /** Whether a row has so many cells. */
    boolean count(TableRow row, int wanted) {
        int found = row.cells().size();
        if (found != wanted) {
            problems.add(row, found + " columns instead of " + wanted);
        }
        return found == wanted;
    }

    /** A cell of {@code minutes:seconds}. */
    Duration offset(TableRow row, int cell) {
        Matcher matcher = OFFSET.matcher(row.cell(cell));
        if (!matcher.matches()) {
            problems.add(row, "no time as minutes:seconds: \"" + row.cell(cell) + "\"");
            return Duration.ZERO;
        }
        return Duration.ofMinutes(Long.parseLong(matcher.group(1)))
                .plusSeconds(Long.parseLong(matcher.group(2)));
    }

    /** A number within bounds. */
    double number(TableRow row, int cell, String name, double least, double most) {
        try {
            double number = Double.parseDouble(row.cell(cell));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, together with the bounds.
        }
        problems.add(row, name + " must be " + (long) least + " to " + (long) most);
        return least;
    }

    /** A word of a closed list. */
    <E extends Enum<E>> E word(TableRow row, int cell, String name, List<E> words) {
        for (E word : words) {
            if (word.name().equals(row.cell(cell))) {
                return word;
            }
        }
        problems.add(row, "unknown " + name + " \"" + row.cell(cell) + "\"");
        return words.get(0);
    }

    /** As above, or null for an empty cell. */
    <E extends Enum<E>> @Nullable E wordOrNone(TableRow row, int cell, String name, E[] words) {
        return row.cell(cell).isEmpty() ? null : word(row, cell, name, Arrays.asList(words));
    }

    /** The key of a place of the town; nowhere when there is no such place. */
    String place(TableRow row, String key) {
        if (places.find(key).isEmpty()) {
            problems.add(row, "the town has no place \"" + key + "\"");
            return TrueClaim.NOWHERE;
        }
        return key;
    }
}
