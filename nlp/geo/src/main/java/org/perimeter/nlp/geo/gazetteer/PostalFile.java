// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo.gazetteer;

import org.perimeter.nlp.gazetteer.GazetteerPlace;
import org.perimeter.nlp.gazetteer.NamedPlace;
import org.perimeter.nlp.gazetteer.PlaceKind;
import org.perimeter.policy.model.place.GeoPoint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the ZIP codes of the United States from GeoNames' postal file. */
final class PostalFile {

    private static final double RADIUS_METERS = 6_000;

    List<NamedPlace> read(Path file) throws IOException {
        List<NamedPlace> places = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            String[] f = line.split("\t", -1);
            if (f.length > 10 && f[1].length() == 5 && !f[4].isEmpty() && seen.add(f[1])) {
                places.add(
                        new NamedPlace(
                                new GazetteerPlace(
                                        "zip:US." + f[4] + "." + f[1],
                                        PlaceKind.POSTAL,
                                        new GeoPoint(
                                                Double.parseDouble(f[9]),
                                                Double.parseDouble(f[10])),
                                        0,
                                        "US",
                                        "US." + f[4],
                                        RADIUS_METERS),
                                Set.of(f[1])));
            }
        }
        return places;
    }
}
