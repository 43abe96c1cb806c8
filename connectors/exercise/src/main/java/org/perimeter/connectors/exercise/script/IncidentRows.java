// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.script;

import org.perimeter.connectors.exercise.scenario.Exercise;
import org.perimeter.connectors.exercise.scenario.ExpectedAlert;
import org.perimeter.connectors.exercise.scenario.IncidentPlan;
import org.perimeter.connectors.exercise.table.TableProblems;
import org.perimeter.connectors.exercise.table.TableRow;
import org.perimeter.policy.model.incident.IncidentCategory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code incidents.tsv}. */
final class IncidentRows {

    static final String FILE = "incidents.tsv";

    private static final int COLUMNS = 8;
    private static final double MOST_METERS = 5_000;

    private final Cells cells;
    private final TableProblems problems;
    private final Set<String> ids = new HashSet<>();

    IncidentRows(Cells cells, TableProblems problems) {
        this.cells = cells;
        this.problems = problems;
    }

    /** The incidents whose rows have all their columns. */
    List<IncidentPlan> read(List<TableRow> rows) {
        List<IncidentPlan> plans = new ArrayList<>();
        for (TableRow row : rows) {
            if (cells.count(row, COLUMNS)) {
                plans.add(plan(row));
            }
        }
        return plans;
    }

    private IncidentPlan plan(TableRow row) {
        if (!row.cell(0).matches("[a-z0-9-]+")) {
            problems.add(row, "an id consists of a-z, 0-9 and -");
        } else if (!ids.add(row.cell(0))) {
            problems.add(row, "a second incident with this id");
        }
        Duration opensAt = cells.offset(row, 6);
        if (opensAt.compareTo(Exercise.LENGTH) >= 0) {
            problems.add(row, "opens after the end of the exercise");
        }
        return new IncidentPlan(
                row.cell(0),
                row.cell(1),
                cells.word(row, 2, "category", List.of(IncidentCategory.values())),
                (int) cells.number(row, 3, "priority", 1, 5),
                cells.place(row, row.cell(4)),
                cells.number(row, 5, "radius", 1, MOST_METERS),
                opensAt,
                alerts(row));
    }

    private List<ExpectedAlert> alerts(TableRow row) {
        try {
            return ExpectedAlert.parse(row.cell(7));
        } catch (IllegalArgumentException e) {
            problems.add(row, "no alerts as KIND CATEGORY;KIND CATEGORY: \"" + row.cell(7) + "\"");
            return List.of();
        }
    }
}
