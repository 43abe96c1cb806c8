// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.city;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.perimeter.policy.model.place.GeoPoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads a jurisdiction folder as a city. A landmark's key is its name; landmarks that share a name
 * are left out, since a key must mean one place. Streets of one name are one street.
 */
final class TownReader {

    private final ObjectMapper json = new ObjectMapper();
    private final Path folder;

    TownReader(Path folder) {
        this.folder = folder;
    }

    /**
     * The city.
     *
     * @throws IOException when a file is missing or is not what it should be
     */
    City read() throws IOException {
        JsonNode head = json.readTree(folder.resolve("jurisdiction.json").toFile());
        if (!head.path("center").isArray() || head.path("name").asText().isEmpty()) {
            throw new IOException("jurisdiction.json without name or center");
        }
        return new City(
                head.path("name").asText(),
                point(head.path("center")),
                streets(),
                landmarks(),
                districts(),
                List.of(),
                "");
    }

    private List<CityStreet> streets() throws IOException {
        Map<String, List<List<GeoPoint>>> lines = new LinkedHashMap<>();
        Map<String, CityStreet.Rank> ranks = new HashMap<>();
        for (JsonNode feature : features("streets.geojson")) {
            String name = name(feature);
            lines.computeIfAbsent(name, key -> new ArrayList<>()).addAll(parts(feature));
            ranks.putIfAbsent(name, rank(feature.path("properties").path("class").asText()));
        }
        List<CityStreet> streets = new ArrayList<>();
        lines.forEach(
                (name, parts) ->
                        streets.add(
                                new CityStreet(
                                        name,
                                        null,
                                        ranks.getOrDefault(name, CityStreet.Rank.RESIDENTIAL),
                                        parts)));
        return streets;
    }

    private static CityStreet.Rank rank(String name) {
        for (CityStreet.Rank rank : CityStreet.Rank.values()) {
            if (rank.name().equals(name.toUpperCase(Locale.ROOT))) {
                return rank;
            }
        }
        return CityStreet.Rank.RESIDENTIAL;
    }

    private List<CityLandmark> landmarks() throws IOException {
        Map<String, Integer> bearers = new HashMap<>();
        List<JsonNode> features = features("landmarks.geojson");
        features.forEach(feature -> bearers.merge(name(feature), 1, Integer::sum));
        List<CityLandmark> landmarks = new ArrayList<>();
        for (JsonNode feature : features) {
            String name = name(feature);
            if (bearers.getOrDefault(name, 0) == 1) {
                landmarks.add(
                        new CityLandmark(
                                name,
                                name,
                                aliases(feature),
                                feature.path("properties").path("kind").asText(),
                                outline(feature)));
            }
        }
        return landmarks;
    }

    private List<CityDistrict> districts() throws IOException {
        List<CityDistrict> districts = new ArrayList<>();
        for (JsonNode feature : features("districts.geojson")) {
            districts.add(new CityDistrict(name(feature), aliases(feature), outline(feature)));
        }
        return districts;
    }

    private List<JsonNode> features(String file) throws IOException {
        List<JsonNode> features = new ArrayList<>();
        if (Files.exists(folder.resolve(file))) {
            for (JsonNode feature : json.readTree(folder.resolve(file).toFile()).path("features")) {
                if (!name(feature).isEmpty() && !parts(feature).isEmpty()) {
                    features.add(feature);
                }
            }
        }
        return features;
    }

    private static String name(JsonNode feature) {
        return feature.path("properties").path("name").asText();
    }

    private static List<String> aliases(JsonNode feature) {
        List<String> aliases = new ArrayList<>();
        feature.path("properties").path("aliases").forEach(alias -> aliases.add(alias.asText()));
        return aliases;
    }

    /** The first part, without the point that closes it. */
    private static List<GeoPoint> outline(JsonNode feature) {
        List<GeoPoint> ring = parts(feature).get(0);
        boolean closed = ring.size() > 3 && ring.get(0).equals(ring.get(ring.size() - 1));
        return closed ? ring.subList(0, ring.size() - 1) : ring;
    }

    /** All lines and rings of a geometry, whatever its kind; a point is a line of one point. */
    private static List<List<GeoPoint>> parts(JsonNode feature) {
        List<List<GeoPoint>> parts = new ArrayList<>();
        collect(feature.path("geometry").path("coordinates"), parts);
        return parts;
    }

    private static void collect(JsonNode coordinates, List<List<GeoPoint>> parts) {
        if (coordinates.isEmpty()) {
            return;
        }
        if (coordinates.get(0).isNumber()) {
            parts.add(List.of(point(coordinates)));
        } else if (coordinates.get(0).path(0).isNumber()) {
            List<GeoPoint> line = new ArrayList<>();
            coordinates.forEach(point -> line.add(point(point)));
            parts.add(line);
        } else {
            coordinates.forEach(part -> collect(part, parts));
        }
    }

    private static GeoPoint point(JsonNode lonLat) {
        return new GeoPoint(lonLat.path(1).asDouble(), lonLat.path(0).asDouble());
    }
}
