// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search;

import org.perimeter.policy.model.place.GeoPoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A jurisdiction's folder with one street, one district and no more. */
final class TestCity {

    private TestCity() {}

    static void write(Path folder, GeoPoint center) throws IOException {
        double west = center.lon() - 0.02;
        double east = center.lon() + 0.02;
        double south = center.lat() - 0.02;
        double north = center.lat() + 0.02;
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("jurisdiction.json"),
                String.format(
                        Locale.ROOT,
                        "{\"name\":\"Testville\",\"bbox\":[%f,%f,%f,%f],\"source\":\"Invented\","
                                + "\"licence\":\"GPL-3.0-or-later\"}",
                        west,
                        south,
                        east,
                        north));
        collection(
                folder.resolve("streets.geojson"),
                "<b>Main</b> Street",
                String.format(
                        Locale.ROOT,
                        "{\"type\":\"LineString\",\"coordinates\":[[%f,%f],[%f,%f]]}",
                        west,
                        center.lat(),
                        east,
                        center.lat()));
        collection(
                folder.resolve("districts.geojson"),
                "Old Town",
                String.format(
                        Locale.ROOT,
                        "{\"type\":\"Polygon\",\"coordinates\":[[[%f,%f],[%f,%f],[%f,%f],[%f,%f]]]}",
                        west,
                        south,
                        east,
                        south,
                        east,
                        north,
                        west,
                        south));
    }

    private static void collection(Path file, String name, String geometry) throws IOException {
        Files.writeString(
                file,
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\","
                        + "\"properties\":{\"name\":\""
                        + name
                        + "\",\"class\":\"primary\"},\"geometry\":"
                        + geometry
                        + "}]}");
    }
}
