// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.corpus;

import com.fasterxml.jackson.databind.JsonNode;

import org.perimeter.nlp.quality.split.Part;
import org.perimeter.policy.model.place.GeoPoint;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the invented posts about streets, crossings and landmarks that come with this project, one
 * file per town: JSON lines of {@code text}, {@code part} ({@code dev} or {@code held}) and {@code
 * places}, each with its {@code points} as longitude and latitude.
 */
public final class StreetCorpus {

    private static final String HELD_OUT = "held";

    private StreetCorpus() {}

    /**
     * The posts over a town.
     *
     * @param town name of the town in lower case
     * @throws FileNotFoundException when there are none
     */
    public static List<StreetPost> read(String town, Part part) throws IOException {
        String resource = "/org/perimeter/nlp/quality/streets-" + town + ".ndjson";
        try (InputStream in = StreetCorpus.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException("there are no posts over " + town);
            }
            List<StreetPost> posts = new ArrayList<>();
            JsonLines.read(
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)),
                    line -> {
                        if (part.keeps(line.path("part").asText().equals(HELD_OUT))) {
                            posts.add(post(line));
                        }
                    });
            return posts;
        }
    }

    private static StreetPost post(JsonNode line) {
        List<List<GeoPoint>> places = new ArrayList<>();
        for (JsonNode place : line.path("places")) {
            List<GeoPoint> points = new ArrayList<>();
            for (JsonNode point : place.path("points")) {
                points.add(new GeoPoint(point.path(1).asDouble(), point.path(0).asDouble()));
            }
            places.add(points);
        }
        return new StreetPost(line.path("text").asText(), places);
    }
}
