// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.perimeter.nlp.jurisdiction.name.NameWords;
import org.perimeter.nlp.jurisdiction.name.PartialNames;
import org.perimeter.nlp.jurisdiction.name.ShortNames;
import org.perimeter.nlp.jurisdiction.street.PointCloud;
import org.perimeter.nlp.jurisdiction.street.StreetIndex;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlacePrecision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the files of a jurisdiction; a broken file stops the start, naming itself. */
final class JurisdictionReader {

    private static final double SMALLEST_LANDMARK_METERS = 150;

    /** Municipalities: as wide as a town, and never finer than one. */
    private static final Set<String> TOWNS = Set.of("city", "town", "village", "borough");

    /** How far a district reaches of which only the middle is mapped, in metres. */
    private static final Map<String, Double> REACH =
            Map.of(
                    "city", 8_000.0,
                    "town", 3_000.0,
                    "village", 1_500.0,
                    "borough", 3_000.0,
                    "suburb", 1_200.0,
                    "quarter", 800.0,
                    "neighbourhood", 600.0,
                    "hamlet", 600.0,
                    "locality", 600.0);

    private final ObjectMapper json = new ObjectMapper();
    private final NameWords words = NameWords.load();
    private final StreetIndex streets = new StreetIndex(words);
    private final LandmarkIndex landmarks = new LandmarkIndex(words);
    private final AddressBook addresses = new AddressBook();
    private final ExitIndex exits = new ExitIndex();
    private final Set<List<String>> towns = new HashSet<>();
    private final Path folder;

    JurisdictionReader(Path folder) {
        this.folder = folder;
    }

    JurisdictionLayer read() {
        JsonNode about = tree("jurisdiction.json");
        GeoJsonLayer head = new GeoJsonLayer(folder.resolve("jurisdiction.json"));
        GeoPoint center = head.point(about.path("center"));
        GeoPoint corner = head.point(about.path("bbox"));
        double radius = Math.max(1000, PointCloud.radius(center, List.of(corner)));
        String name = about.path("name").asText("");
        towns.add(words.of(name));
        readStreets();
        readDistricts();
        readLandmarks();
        readAddresses();
        String id = words.id(name);
        LocalPlace city = new LocalPlace("jurisdiction:" + id, center, radius, PlacePrecision.CITY);
        names(about, new Landmark(city, "city", false));
        return new JurisdictionLayer(
                id, center, radius, words, streets, addresses, exits, landmarks);
    }

    private void readStreets() {
        GeoJsonLayer layer = new GeoJsonLayer(folder.resolve("streets.geojson"));
        layer.forEach(
                feature -> {
                    JsonNode properties = feature.path("properties");
                    List<List<GeoPoint>> lines = layer.lines(feature);
                    String name = properties.path("name").asText("");
                    String ref = properties.path("ref").asText("");
                    if (!name.equals(ref.split(";", -1)[0])) {
                        streets.add(name, lines);
                    }
                    properties.path("aliases").forEach(a -> streets.add(a.asText(), lines));
                    for (String road : ref.split(";", -1)) {
                        streets.addRoad(road, lines);
                    }
                });
        streets.seal();
    }

    private void readDistricts() {
        GeoJsonLayer layer = new GeoJsonLayer(folder.resolve("districts.geojson"));
        layer.forEach(
                feature -> {
                    String kind = feature.path("properties").path("kind").asText("district");
                    boolean town = TOWNS.contains(kind);
                    String name = feature.path("properties").path("name").asText("");
                    // The jurisdiction itself is known better than by a point on the map.
                    if (town && !towns.add(words.of(name))) {
                        return;
                    }
                    PlacePrecision precision =
                            town ? PlacePrecision.CITY : PlacePrecision.NEIGHBOURHOOD;
                    add(
                            feature,
                            layer,
                            "district:",
                            kind,
                            precision,
                            REACH.getOrDefault(kind, 0.0));
                });
    }

    private void readLandmarks() {
        PartialNames partial = new PartialNames(words, towns);
        ShortNames shorter = new ShortNames(words, towns);
        GeoJsonLayer layer = new GeoJsonLayer(folder.resolve("landmarks.geojson"));
        layer.forEach(
                feature -> {
                    JsonNode properties = feature.path("properties");
                    String kind = properties.path("kind").asText("landmark");
                    if (kind.equals("exit")) {
                        exit(properties, layer.lines(feature).get(0).get(0));
                        return;
                    }
                    Landmark landmark =
                            add(feature, layer, "landmark:", kind, PlacePrecision.LANDMARK, 0);
                    List<String> name = words.of(properties.path("name").asText(""));
                    if (!name.isEmpty()) {
                        landmarks.addParts(name, partial, landmark);
                        landmarks.addShort(name, shorter, landmark);
                    }
                    for (JsonNode alias : properties.path("aliases")) {
                        List<String> other = words.of(alias.asText());
                        if (!other.isEmpty()) {
                            landmarks.addShort(other, shorter, landmark);
                        }
                    }
                });
    }

    private void exit(JsonNode properties, GeoPoint point) {
        List<String> roads = new ArrayList<>();
        for (String road : properties.path("road").asText("").split(";", -1)) {
            if (!road.isBlank()) {
                roads.add(road);
            }
        }
        for (String number : properties.path("ref").asText("").split(";", -1)) {
            exits.add(number, point, roads);
        }
    }

    private void readAddresses() {
        if (!Files.exists(folder.resolve("addresses.json"))) {
            return;
        }
        for (Map.Entry<String, JsonNode> street : tree("addresses.json").properties()) {
            List<String> name = words.of(street.getKey());
            for (JsonNode house : street.getValue()) {
                GeoPoint point = new GeoPoint(house.path(2).asDouble(), house.path(1).asDouble());
                addresses.add(name, house.path(0).asText(), point);
            }
        }
    }

    private Landmark add(
            JsonNode feature,
            GeoJsonLayer layer,
            String idPrefix,
            String kind,
            PlacePrecision precision,
            double reach) {
        JsonNode properties = feature.path("properties");
        List<GeoPoint> points = layer.lines(feature).stream().flatMap(List::stream).toList();
        GeoPoint center = PointCloud.mean(points);
        double least = points.size() == 1 ? reach : 0;
        double radius =
                Math.max(
                        Math.max(SMALLEST_LANDMARK_METERS, least),
                        PointCloud.radius(center, points));
        String name = properties.path("name").asText("");
        Landmark landmark =
                new Landmark(
                        new LocalPlace(idPrefix + words.id(name), center, radius, precision),
                        kind,
                        name.endsWith("'s") || name.endsWith("’s"));
        names(properties, landmark);
        return landmark;
    }

    private void names(JsonNode properties, Landmark landmark) {
        landmarks.add(words.of(properties.path("name").asText("")), landmark);
        for (JsonNode alias : properties.path("aliases")) {
            landmarks.add(words.of(alias.asText()), landmark);
        }
    }

    private JsonNode tree(String name) {
        try {
            return json.readTree(folder.resolve(name).toFile());
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + folder.resolve(name), e);
        }
    }
}
