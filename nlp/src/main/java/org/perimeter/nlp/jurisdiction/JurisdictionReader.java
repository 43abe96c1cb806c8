// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.perimeter.policy.model.GeoPoint;
import org.perimeter.policy.model.PlacePrecision;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the files of a jurisdiction; a broken file stops the start, naming itself. */
final class JurisdictionReader {

    private static final double SMALLEST_LANDMARK_METERS = 150;

    private final ObjectMapper json = new ObjectMapper();
    private final NameWords words = NameWords.load();
    private final StreetIndex streets = new StreetIndex(words);
    private final NameTrie<Landmark> landmarks = new NameTrie<>(words);
    private final Path folder;

    JurisdictionReader(Path folder) {
        this.folder = folder;
    }

    JurisdictionLayer read() {
        JsonNode about = file("jurisdiction.json");
        GeoPoint center = point(about.path("center"), "jurisdiction.json");
        GeoPoint corner = point(about.path("bbox"), "jurisdiction.json");
        double radius = Math.max(1000, PointCloud.radius(center, List.of(corner)));
        for (JsonNode feature : file("streets.geojson").path("features")) {
            String name = feature.path("properties").path("name").asText("");
            if (!name.isEmpty()) {
                streets.add(name, points(feature, "streets.geojson"));
            }
        }
        streets.seal();
        for (JsonNode feature : file("landmarks.geojson").path("features")) {
            String kind = feature.path("properties").path("kind").asText("landmark");
            add(feature, kind, PlacePrecision.LANDMARK, "landmarks.geojson");
        }
        for (JsonNode feature : file("districts.geojson").path("features")) {
            add(feature, "district", PlacePrecision.NEIGHBOURHOOD, "districts.geojson");
        }
        String id = String.join("-", words.of(about.path("name").asText("")));
        LocalPlace city = new LocalPlace("jurisdiction:" + id, center, radius, PlacePrecision.CITY);
        names(about, new Landmark(city, "city"));
        return new JurisdictionLayer(id, center, radius, streets, landmarks);
    }

    private void add(JsonNode feature, String kind, PlacePrecision precision, String file) {
        JsonNode properties = feature.path("properties");
        List<GeoPoint> points = points(feature, file);
        GeoPoint center = PointCloud.mean(points);
        double radius = Math.max(SMALLEST_LANDMARK_METERS, PointCloud.radius(center, points));
        String name = String.join("-", words.of(properties.path("name").asText("")));
        String id = precision == PlacePrecision.LANDMARK ? "landmark:" : "district:";
        names(properties, new Landmark(new LocalPlace(id + name, center, radius, precision), kind));
    }

    private void names(JsonNode properties, Landmark landmark) {
        landmarks.put(words.of(properties.path("name").asText("")), landmark);
        for (JsonNode alias : properties.path("aliases")) {
            landmarks.put(words.of(alias.asText()), landmark);
        }
    }

    private JsonNode file(String name) {
        try {
            return json.readTree(folder.resolve(name).toFile());
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read " + folder.resolve(name), e);
        }
    }

    private static List<GeoPoint> points(JsonNode feature, String file) {
        List<GeoPoint> points = new ArrayList<>();
        collect(feature.path("geometry").path("coordinates"), points, file);
        if (points.isEmpty()) {
            throw new IllegalArgumentException(file + ": a feature without coordinates");
        }
        return points;
    }

    private static void collect(JsonNode node, List<GeoPoint> points, String file) {
        if (node.path(0).isNumber()) {
            points.add(point(node, file));
        } else {
            node.forEach(child -> collect(child, points, file));
        }
    }

    private static GeoPoint point(JsonNode lonLat, String file) {
        if (!lonLat.path(0).isNumber() || !lonLat.path(1).isNumber()) {
            throw new IllegalArgumentException(file + ": a position must be [lon, lat]");
        }
        return new GeoPoint(lonLat.get(1).asDouble(), lonLat.get(0).asDouble());
    }
}
