// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.script;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.exercise.scenario.Admissible;
import org.perimeter.connectors.exercise.scenario.Exercise;
import org.perimeter.connectors.exercise.scenario.Extras;
import org.perimeter.connectors.exercise.scenario.Operation;
import org.perimeter.connectors.exercise.scenario.ScenarioLine;
import org.perimeter.connectors.exercise.scenario.TrueClaim;
import org.perimeter.connectors.exercise.staging.TownSlots;
import org.perimeter.connectors.exercise.table.TableProblems;
import org.perimeter.connectors.exercise.table.TableRow;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.reading.ThreatKind;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads one pack, {@code NAME.tsv}. */
final class PackRows {

    private static final int COLUMNS = 10;

    private final String name;
    private final Duration start;
    private final Cells cells;
    private final Map<String, List<String>> slots;
    private final TableProblems problems;
    private final Map<String, String> writers = new HashMap<>();

    /**
     * @param name of the pack
     * @param start when its first minute begins, from the start of the exercise
     * @param slots all slots that have values
     */
    PackRows(
            String name,
            Duration start,
            Cells cells,
            Map<String, List<String>> slots,
            TableProblems problems) {
        this.name = name;
        this.start = start;
        this.cells = cells;
        this.slots = slots;
        this.problems = problems;
    }

    /** The lines of the rows that have all their columns. */
    List<ScenarioLine> read(List<TableRow> rows) {
        List<ScenarioLine> lines = new ArrayList<>();
        for (TableRow row : rows) {
            if (cells.count(row, COLUMNS)) {
                lines.add(line(row, lines.size()));
            }
        }
        return lines;
    }

    private ScenarioLine line(TableRow row, int number) {
        String[] act = row.cell(2).split(" ", 2);
        Operation operation = operation(row, act[0]);
        String label = act.length > 1 ? act[1] : row.cell(3);
        String key = label.isEmpty() ? String.valueOf(number) : label;
        if (row.cell(1).isEmpty()) {
            problems.add(row, "no author");
        }
        remember(row, operation, key);
        Duration at = start.plus(cells.offset(row, 0));
        if (at.compareTo(Exercise.LENGTH) > 0) {
            problems.add(row, "after the end of the exercise");
        }
        Extras extras = extras(row);
        return new ScenarioLine(
                at,
                name,
                row.cell(1),
                operation,
                operation == Operation.DELETE_AUTHOR ? "" : name + "-" + key,
                text(row, operation),
                claim(row, operation, extras),
                extras);
    }

    private Operation operation(TableRow row, String cell) {
        return switch (cell) {
            case "C" -> Operation.CREATE;
            case "U" -> Operation.UPDATE;
            case "D" -> Operation.DELETE;
            case "R" -> Operation.REPOST;
            case "X" -> Operation.DELETE_AUTHOR;
            default -> {
                problems.add(row, "unknown operation \"" + cell + "\"");
                yield Operation.CREATE;
            }
        };
    }

    /** Who wrote what; nobody else can edit or delete it. */
    private void remember(TableRow row, Operation operation, String key) {
        switch (operation) {
            case CREATE -> {
                if (writers.putIfAbsent(key, row.cell(1)) != null) {
                    problems.add(row, "a second post labelled " + key);
                }
            }
            case UPDATE, DELETE -> {
                String writer = writers.get(key);
                if (writer == null) {
                    problems.add(row, "no earlier post is labelled " + key);
                } else if (!writer.equals(row.cell(1))) {
                    problems.add(row, "the post labelled " + key + " is another author's");
                }
            }
            case REPOST -> {
                if (!writers.containsKey(key)) {
                    problems.add(row, "no earlier post is labelled " + key);
                }
            }
            case DELETE_AUTHOR -> {
                // It concerns whatever the author wrote, which may be nothing.
            }
        }
    }

    private String text(TableRow row, Operation operation) {
        String text = row.cell(4);
        boolean speaks = operation == Operation.CREATE || operation == Operation.UPDATE;
        if (speaks && text.isBlank() && !row.cell(9).contains("alt=")) {
            problems.add(row, "no text");
        }
        boolean placed = !row.cell(5).equals(TrueClaim.NOWHERE);
        for (String slot : TownSlots.missing(text, slots)) {
            if (!(placed && slot.equals(TownSlots.PLACE))) {
                problems.add(row, "nothing fills the slot {" + slot + "}");
            }
        }
        return text;
    }

    private TrueClaim claim(TableRow row, Operation operation, Extras extras) {
        ThreatKind kind = cells.word(row, 6, "kind", List.of(ThreatKind.values()));
        IncidentCategory category = cells.wordOrNone(row, 7, "category", IncidentCategory.values());
        if ((kind == ThreatKind.NONE) != (category == null)) {
            problems.add(row, "a REPORT or THREAT has a category, and nothing else has one");
        }
        Admissible verdict = verdict(row);
        return new TrueClaim(place(row, operation, verdict, extras), kind, category, verdict);
    }

    /** The place of the text, or else, of a post that is to be kept, the one that it carries. */
    private String place(TableRow row, Operation operation, Admissible verdict, Extras extras) {
        String named = row.cell(5);
        boolean nowhere = named.equals(TrueClaim.NOWHERE);
        String carried = extras.gps() == null ? extras.tag() : extras.gps();
        boolean speaks = operation == Operation.CREATE || operation == Operation.UPDATE;
        if (speaks && verdict == Admissible.ADMIT && nowhere) {
            if (carried != null) {
                return carried;
            }
            problems.add(row, "y without a place");
        }
        if (verdict == Admissible.UNPLACED && !(nowhere && carried == null)) {
            problems.add(row, "a is for posts without a place");
        }
        return nowhere ? named : cells.place(row, named);
    }

    private Admissible verdict(TableRow row) {
        return switch (row.cell(8)) {
            case "y" -> Admissible.ADMIT;
            case "a" -> Admissible.UNPLACED;
            case "n" -> Admissible.REFUSE;
            case "?" -> Admissible.UNSCORED;
            default -> {
                problems.add(row, "admissible must be y, a, n or ?");
                yield Admissible.UNSCORED;
            }
        };
    }

    private Extras extras(TableRow row) {
        Extras extras;
        try {
            extras = Extras.parse(row.cell(9));
        } catch (IllegalArgumentException e) {
            problems.add(row, "attached must be gps=, tag=, alt=, lang= or private");
            return Extras.none();
        }
        boolean gps = isKnown(row, extras.gps());
        boolean tag = isKnown(row, extras.tag());
        return gps && tag ? extras : Extras.none();
    }

    private boolean isKnown(TableRow row, @Nullable String key) {
        return key == null || !cells.place(row, key).equals(TrueClaim.NOWHERE);
    }
}
