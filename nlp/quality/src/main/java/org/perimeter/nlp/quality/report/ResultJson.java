// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.quality.row.Figure;
import org.perimeter.nlp.quality.row.Reach;
import org.perimeter.nlp.quality.row.Row;
import org.perimeter.nlp.quality.row.RowResult;

/** One row as one JSON object; figures are rounded to four places, undefined ones are null. */
public final class ResultJson {

    private static final double PLACES = 10_000;

    private final ObjectMapper json = new ObjectMapper();

    /** The object of a row. */
    public ObjectNode of(Row row, RowResult result) {
        ObjectNode node = json.createObjectNode();
        node.put("row", row.name());
        node.put("corpus", row.corpus());
        node.put("part", result.part().label());
        node.put("posts", result.posts());
        if (result.figures().stream().anyMatch(figure -> figure.baseline() != null)) {
            node.put("baseline", row.baseline());
        }
        ObjectNode figures = node.putObject("figures");
        result.figures().forEach(figure -> put(figures, figure));
        ArrayNode reaches = node.putArray("reach");
        for (Reach reach : row.reach()) {
            double measured = result.figure(reach.figure()).map(Figure::value).orElse(Double.NaN);
            ObjectNode entry = reaches.addObject();
            entry.put("figure", reach.figure());
            entry.put(reach.atLeast() ? "atLeast" : "atMost", reach.value());
            if (!reach.published().isEmpty()) {
                entry.put("published", reach.published());
            }
            put(entry, "measured", measured);
            entry.put("met", reach.isMetBy(measured));
        }
        return node;
    }

    private static void put(ObjectNode figures, Figure figure) {
        ObjectNode entry = figures.putObject(figure.name());
        put(entry, "value", figure.value());
        put(entry, "low", figure.interval().low());
        put(entry, "high", figure.interval().high());
        if (figure.baseline() != null) {
            put(entry, "baseline", figure.baseline());
        }
    }

    private static void put(ObjectNode node, String name, @Nullable Double value) {
        if (value == null || Double.isNaN(value)) {
            node.putNull(name);
        } else {
            node.put(name, Math.round(PLACES * value) / PLACES);
        }
    }
}
