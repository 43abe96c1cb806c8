// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.perimeter.policy.fence.BoundingBox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads where a jurisdiction lies, from the box in its {@code jurisdiction.json}. */
public final class JurisdictionBox {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JurisdictionBox() {}

    /**
     * The box {@code [west, south, east, north]} in degrees.
     *
     * @return empty where the file has none
     * @throws IllegalArgumentException when the file is missing or malformed, naming it
     */
    public static Optional<BoundingBox> read(Path folder) {
        Path file = folder.resolve("jurisdiction.json");
        try {
            JsonNode box = JSON.readTree(file.toFile()).path("bbox");
            if (box.isMissingNode()) {
                return Optional.empty();
            }
            return Optional.of(
                    new BoundingBox(
                            number(file, box, 1),
                            number(file, box, 0),
                            number(file, box, 3),
                            number(file, box, 2)));
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + file, e);
        }
    }

    private static double number(Path file, JsonNode box, int at) {
        if (box.size() != 4 || !box.path(at).isNumber()) {
            throw new IllegalArgumentException(
                    file + ": bbox must be [west, south, east, north] in degrees");
        }
        return box.path(at).asDouble();
    }
}
