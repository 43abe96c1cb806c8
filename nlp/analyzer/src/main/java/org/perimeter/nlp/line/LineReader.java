// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.place.GeoPoint;

import java.util.List;

/**
 * Reads {@code {"id":"1","text":"…","language":"en","point":{"lat":…,"lon":…}}}; only id and text
 * are required, and fields it does not know are ignored.
 */
public final class LineReader {

    private final ObjectReader json =
            new ObjectMapper()
                    .readerFor(JsonNode.class)
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /**
     * One line.
     *
     * @throws BadLineException when it is not such an object
     */
    public PostLine read(String line) throws BadLineException {
        JsonNode node = parse(line);
        if (!node.isObject()) {
            throw new BadLineException(null, "not a JSON object");
        }
        JsonNode id = node.path("id");
        if (!id.isTextual() && !id.isIntegralNumber()) {
            throw new BadLineException(null, "id must be a string");
        }
        JsonNode text = node.path("text");
        if (!text.isTextual()) {
            throw new BadLineException(id.asText(), "text must be a string");
        }
        return new PostLine(
                id.asText(), text.asText(), languages(node, id.asText()), point(node, id.asText()));
    }

    private JsonNode parse(String line) throws BadLineException {
        try {
            JsonNode node = json.readValue(line);
            if (node == null || node.isMissingNode()) {
                throw new BadLineException(null, "empty line");
            }
            return node;
        } catch (JsonProcessingException e) {
            // Jackson's message would quote the line.
            throw new BadLineException(null, "malformed JSON");
        }
    }

    private static List<String> languages(JsonNode node, String id) throws BadLineException {
        JsonNode language = node.path("language");
        if (language.isMissingNode() || language.isNull()) {
            return List.of();
        }
        if (!language.isTextual()) {
            throw new BadLineException(id, "language must be a string");
        }
        return language.asText().isBlank() ? List.of() : List.of(language.asText());
    }

    private static @Nullable GeoPoint point(JsonNode node, String id) throws BadLineException {
        JsonNode point = node.path("point");
        if (point.isMissingNode() || point.isNull()) {
            return null;
        }
        if (!point.path("lat").isNumber() || !point.path("lon").isNumber()) {
            throw new BadLineException(id, "point must have the numbers lat and lon");
        }
        try {
            return new GeoPoint(point.get("lat").asDouble(), point.get("lon").asDouble());
        } catch (IllegalArgumentException e) {
            throw new BadLineException(id, "point is not on the earth");
        }
    }
}
