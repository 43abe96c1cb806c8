// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.place.GeoPoint;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Reads files of one JSON object a line. */
final class JsonLines {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonLines() {}

    static void read(Path file, Consumer<JsonNode> each) throws IOException {
        try (BufferedReader in = CorpusFiles.open(file)) {
            read(in, each);
        }
    }

    static void read(BufferedReader in, Consumer<JsonNode> each) throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (!line.isBlank()) {
                each.accept(JSON.readTree(line));
            }
        }
    }

    /** The fields {@code lat} and {@code lon}, as numbers or strings; null without them. */
    static @Nullable GeoPoint point(JsonNode node) {
        return node.hasNonNull("lat") && node.hasNonNull("lon")
                ? new GeoPoint(node.get("lat").asDouble(), node.get("lon").asDouble())
                : null;
    }
}
