// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.perimeter.policy.model.place.GeoPoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads a GeoJSON file feature by feature, so that memory holds one at a time. */
final class GeoJsonLayer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    GeoJsonLayer(Path file) {
        this.file = file;
    }

    /**
     * Hands over each feature.
     *
     * @throws IllegalArgumentException when the file is missing or malformed, naming it
     */
    void forEach(Consumer<JsonNode> use) {
        try (JsonParser in = JSON.createParser(file.toFile())) {
            while (in.nextToken() != null) {
                boolean features =
                        in.currentToken() == JsonToken.FIELD_NAME
                                && in.currentName().equals("features");
                if (features && in.nextToken() == JsonToken.START_ARRAY) {
                    while (in.nextToken() != JsonToken.END_ARRAY) {
                        use.accept(in.readValueAsTree());
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + file, e);
        }
    }

    /** All positions of a feature, line by line; a point is one line of one position. */
    List<List<GeoPoint>> lines(JsonNode feature) {
        List<List<GeoPoint>> lines = new ArrayList<>();
        collect(feature.path("geometry").path("coordinates"), lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(file + ": a feature without coordinates");
        }
        return lines;
    }

    private void collect(JsonNode node, List<List<GeoPoint>> lines) {
        if (node.path(0).isNumber()) {
            lines.add(List.of(point(node)));
        } else if (node.path(0).path(0).isNumber()) {
            List<GeoPoint> line = new ArrayList<>(node.size());
            node.forEach(position -> line.add(point(position)));
            lines.add(line);
        } else {
            node.forEach(child -> collect(child, lines));
        }
    }

    /** A position. */
    GeoPoint point(JsonNode lonLat) {
        if (!lonLat.path(0).isNumber() || !lonLat.path(1).isNumber()) {
            throw new IllegalArgumentException(file + ": a position must be [lon, lat]");
        }
        return new GeoPoint(lonLat.get(1).asDouble(), lonLat.get(0).asDouble());
    }
}
