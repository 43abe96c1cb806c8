// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.perimeter.policy.fence.FenceGeometry;
import org.perimeter.policy.model.place.Fence;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.Ring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Tells how large a jurisdiction is, from the box in its {@code jurisdiction.json}. */
public final class JurisdictionBox {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JurisdictionBox() {}

    /**
     * The area of the box {@code [west, south, east, north]}, in square metres.
     *
     * @return 0 where the file has no box
     * @throws IllegalArgumentException when the file is missing or malformed, naming it
     */
    public static double squareMeters(Path folder) {
        Path file = folder.resolve("jurisdiction.json");
        try {
            JsonNode box = JSON.readTree(file.toFile()).path("bbox");
            if (box.size() != 4) {
                return 0;
            }
            double west = box.get(0).asDouble();
            double south = box.get(1).asDouble();
            double east = box.get(2).asDouble();
            double north = box.get(3).asDouble();
            List<GeoPoint> corners =
                    List.of(
                            new GeoPoint(south, west),
                            new GeoPoint(south, east),
                            new GeoPoint(north, east),
                            new GeoPoint(north, west),
                            new GeoPoint(south, west));
            return FenceGeometry.of(Fence.polygon(List.of(new Ring(corners)))).areaSquareMeters();
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + file, e);
        }
    }
}
