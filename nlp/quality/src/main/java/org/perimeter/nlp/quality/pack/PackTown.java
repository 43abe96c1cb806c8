// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.perimeter.policy.model.place.GeoPoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the keys of a pack are in a jurisdiction's folder: the id or name of a landmark, the name
 * of a street or district, {@code A & B} for the corners of two streets. A name that several
 * landmarks bear is any of them.
 */
public final class PackTown {

    private static final String AND = " & ";

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, PackPlace> places = new HashMap<>();
    private final Map<String, List<List<GeoPoint>>> streets = new HashMap<>();

    /**
     * Reads the folder.
     *
     * @throws IOException when a file cannot be read
     */
    public static PackTown read(Path folder) throws IOException {
        PackTown town = new PackTown();
        for (JsonNode district : town.features(folder.resolve("districts.geojson"))) {
            town.add(name(district), district);
        }
        for (JsonNode street : town.features(folder.resolve("streets.geojson"))) {
            town.streets
                    .computeIfAbsent(name(street), n -> new ArrayList<>())
                    .addAll(lines(street));
        }
        town.streets.forEach((name, lines) -> town.places.put(name, PackPlace.ofLines(lines)));
        for (JsonNode landmark : town.features(folder.resolve("landmarks.geojson"))) {
            town.add(name(landmark), landmark);
            String id = landmark.path("id").asText(landmark.path("properties").path("id").asText());
            if (!id.isEmpty()) {
                town.add(id, landmark);
            }
        }
        return town;
    }

    /** The place of a key; empty when the town has none. */
    public Optional<PackPlace> find(String key) {
        PackPlace place = places.get(key);
        int and = key.indexOf(AND);
        return place == null && and > 0
                ? corner(key.substring(0, and), key.substring(and + AND.length()))
                : Optional.ofNullable(place);
    }

    private Optional<PackPlace> corner(String one, String other) {
        Set<GeoPoint> shared = new HashSet<>();
        streets.getOrDefault(one, List.of()).forEach(shared::addAll);
        Set<GeoPoint> points = new HashSet<>();
        streets.getOrDefault(other, List.of()).forEach(points::addAll);
        shared.retainAll(points);
        return shared.isEmpty()
                ? Optional.empty()
                : Optional.of(PackPlace.ofLines(shared.stream().map(List::of).toList()));
    }

    private void add(String key, JsonNode feature) {
        boolean area = feature.path("geometry").path("type").asText().contains("Polygon");
        List<List<GeoPoint>> lines = lines(feature);
        PackPlace place = area ? PackPlace.ofRings(lines) : PackPlace.ofLines(lines);
        places.merge(key, place, PackPlace::or);
    }

    private static String name(JsonNode feature) {
        return feature.path("properties").path("name").asText();
    }

    private Iterable<JsonNode> features(Path file) throws IOException {
        return Files.exists(file) ? json.readTree(file.toFile()).path("features") : List.of();
    }

    private static List<List<GeoPoint>> lines(JsonNode feature) {
        List<List<GeoPoint>> lines = new ArrayList<>();
        collect(feature.path("geometry").path("coordinates"), lines);
        return lines;
    }

    private static void collect(JsonNode node, List<List<GeoPoint>> lines) {
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

    private static GeoPoint point(JsonNode lonLat) {
        return new GeoPoint(lonLat.path(1).asDouble(), lonLat.path(0).asDouble());
    }
}
