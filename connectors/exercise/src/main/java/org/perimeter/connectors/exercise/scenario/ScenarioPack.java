// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.scenario;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.exercise.city.Table;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.reading.ThreatKind;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads a hand-written pack from its table. */
final class ScenarioPack {

    private final String name;
    private final Duration start;

    /**
     * @param name of the pack and of its table
     * @param start when its first minute begins, from the start of the exercise
     */
    ScenarioPack(String name, Duration start) {
        this.name = name;
        this.start = start;
    }

    /** All packs that the table of packs names. */
    static List<ScenarioLine> all() {
        List<ScenarioLine> lines = new ArrayList<>();
        for (List<String> row : Table.rows(ScenarioPack.class, "packs.tsv")) {
            lines.addAll(new ScenarioPack(row.get(0), offset(row.get(1))).lines());
        }
        return List.copyOf(lines);
    }

    List<ScenarioLine> lines() {
        List<ScenarioLine> lines = new ArrayList<>();
        for (List<String> row : Table.rows(ScenarioPack.class, name + ".tsv")) {
            lines.add(line(row, lines.size()));
        }
        return List.copyOf(lines);
    }

    private ScenarioLine line(List<String> row, int number) {
        String[] act = row.get(2).split(" ", 2);
        String label = act.length > 1 ? act[1] : row.get(3);
        Operation operation = operation(act[0]);
        String key = label.isEmpty() ? String.valueOf(number) : label;
        return new ScenarioLine(
                start.plus(offset(row.get(0))),
                name,
                row.get(1),
                operation,
                operation == Operation.DELETE_AUTHOR ? "" : name + "-" + key,
                row.get(4),
                new TrueClaim(
                        row.get(5),
                        ThreatKind.valueOf(row.get(6)),
                        category(row.get(7)),
                        verdict(row.get(8))),
                Extras.parse(row.get(9)));
    }

    /** Reads {@code minutes:seconds}. */
    static Duration offset(String cell) {
        String[] parts = cell.split(":", 2);
        return Duration.ofMinutes(Long.parseLong(parts[0])).plusSeconds(Long.parseLong(parts[1]));
    }

    private static Operation operation(String cell) {
        return switch (cell) {
            case "C" -> Operation.CREATE;
            case "U" -> Operation.UPDATE;
            case "D" -> Operation.DELETE;
            case "R" -> Operation.REPOST;
            case "X" -> Operation.DELETE_AUTHOR;
            default -> throw new IllegalArgumentException("unknown operation " + cell);
        };
    }

    private static @Nullable IncidentCategory category(String cell) {
        return cell.isEmpty() ? null : IncidentCategory.valueOf(cell);
    }

    private static Admissible verdict(String cell) {
        return switch (cell) {
            case "y" -> Admissible.ADMIT;
            case "n" -> Admissible.REFUSE;
            case "?" -> Admissible.UNSCORED;
            default -> throw new IllegalArgumentException("unknown verdict " + cell);
        };
    }
}
