// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.report;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.quality.row.Figure;
import org.perimeter.nlp.quality.row.Reach;
import org.perimeter.nlp.quality.row.Row;
import org.perimeter.nlp.quality.row.RowResult;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The results in the documentation: one table of what there is to reach, one of every figure. Rows
 * that a run did not measure keep what an earlier run wrote.
 */
public final class ResultTable {

    private static final List<String> REACH_HEAD =
            List.of(
                    "| row | part, posts | figure | measured [95 %] | baseline | reach | met |",
                    "|---|---|---|---|---|---|---|");
    private static final List<String> FIGURES_HEAD =
            List.of("| row | figure | measured [95 %] | baseline |", "|---|---|---|---|");

    private final Map<String, List<String>> reached = new LinkedHashMap<>();
    private final Map<String, List<String>> figures = new LinkedHashMap<>();

    /** Adds a row that was measured. */
    public void add(Row row, RowResult result) {
        List<String> reaches = new ArrayList<>();
        for (Reach reach : row.reach()) {
            result.figure(reach.figure())
                    .ifPresent(figure -> reaches.add(line(row, result, reach, figure)));
        }
        reached.put(row.name(), reaches);
        figures.put(
                row.name(), result.figures().stream().map(figure -> line(row, figure)).toList());
    }

    /**
     * Writes both tables.
     *
     * @param order names of all rows there are, in the order in which they are shown
     */
    public void write(Path file, List<String> order) throws IOException {
        write(new MarkedSection(file, "results"), REACH_HEAD, reached, order);
        write(new MarkedSection(file, "figures"), FIGURES_HEAD, figures, order);
    }

    private static void write(
            MarkedSection section,
            List<String> head,
            Map<String, List<String>> measured,
            List<String> order)
            throws IOException {
        List<String> earlier = section.read();
        List<String> lines = new ArrayList<>(head);
        for (String name : order) {
            List<String> now = measured.get(name);
            lines.addAll(
                    now != null
                            ? now
                            : earlier.stream()
                                    .filter(line -> line.startsWith("| " + name + " |"))
                                    .toList());
        }
        section.write(lines);
    }

    private static String line(Row row, RowResult result, Reach reach, Figure figure) {
        return "| "
                + String.join(
                        " | ",
                        row.name(),
                        result.part().label() + ", " + result.posts(),
                        figure.name(),
                        measured(figure),
                        figure.baseline() == null
                                ? reach.published()
                                : baseline(row, figure.baseline()),
                        (reach.atLeast() ? "≥ " : "≤ ") + number(reach.value()),
                        reach.isMetBy(figure.value()) ? "yes" : "**no**")
                + " |";
    }

    private static String line(Row row, Figure figure) {
        return "| "
                + String.join(
                        " | ",
                        row.name(),
                        figure.name(),
                        measured(figure),
                        baseline(row, figure.baseline()))
                + " |";
    }

    private static String measured(Figure figure) {
        return Double.isNaN(figure.value())
                ? "–"
                : number(figure.value())
                        + " ["
                        + number(figure.interval().low())
                        + ", "
                        + number(figure.interval().high())
                        + "]";
    }

    private static String baseline(Row row, @Nullable Double value) {
        return value == null || Double.isNaN(value) ? "" : row.baseline() + " " + number(value);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
