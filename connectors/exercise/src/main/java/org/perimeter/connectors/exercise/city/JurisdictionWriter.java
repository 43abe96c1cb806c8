// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.city;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.perimeter.policy.model.place.GeoPoint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a city as the jurisdiction folder that a user would load, one GeoJSON feature a line. */
public final class JurisdictionWriter {

    private final ObjectMapper json = new ObjectMapper();

    /**
     * Writes {@code jurisdiction.json} and the four layers, replacing what is there.
     *
     * @param folder made when it is missing
     */
    public void write(City city, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("jurisdiction.json"),
                json.writerWithDefaultPrettyPrinter().writeValueAsString(head(city)) + "\n");
        collection(
                folder.resolve("streets.geojson"),
                city.streets().stream().map(this::street).toList());
        collection(
                folder.resolve("landmarks.geojson"),
                city.landmarks().stream().map(this::landmark).toList());
        collection(
                folder.resolve("districts.geojson"),
                city.districts().stream().map(this::district).toList());
        ObjectNode river = feature("Polygon", List.of(closed(city.river())));
        properties(river).put("name", city.riverName());
        collection(folder.resolve("water.geojson"), List.of(river));
    }

    private ObjectNode head(City city) {
        ObjectNode head = json.createObjectNode();
        head.put("name", city.name());
        head.putArray("aliases").add(city.name() + " City");
        head.put("admin", "Tern Coast");
        head.put("country", "XA");
        ArrayNode center = head.putArray("center");
        center.add(city.center().lon()).add(city.center().lat());
        List<GeoPoint> all =
                city.districts().stream().flatMap(district -> district.ring().stream()).toList();
        head.putArray("bbox")
                .add(all.stream().mapToDouble(GeoPoint::lon).min().orElseThrow())
                .add(all.stream().mapToDouble(GeoPoint::lat).min().orElseThrow())
                .add(all.stream().mapToDouble(GeoPoint::lon).max().orElseThrow())
                .add(all.stream().mapToDouble(GeoPoint::lat).max().orElseThrow());
        head.put("source", "Perimeter exercise city (invented)");
        head.put("licence", "GPL-3.0-or-later");
        head.put("date", "2026-11-24");
        return head;
    }

    private ObjectNode street(CityStreet street) {
        boolean single = street.lines().size() == 1;
        ObjectNode feature =
                single
                        ? feature("LineString", street.lines().get(0))
                        : feature("MultiLineString", street.lines());
        ObjectNode properties = properties(feature);
        properties.put("name", street.name());
        if (street.ref() != null) {
            properties.put("ref", street.ref());
        }
        properties.put("class", street.rank().name().toLowerCase(Locale.ROOT));
        return feature;
    }

    private ObjectNode landmark(CityLandmark landmark) {
        boolean point = landmark.outline().size() == 1;
        ObjectNode feature =
                point
                        ? feature("Point", landmark.outline().get(0))
                        : feature("Polygon", List.of(closed(landmark.outline())));
        feature.put("id", landmark.id());
        ObjectNode properties = properties(feature);
        properties.put("name", landmark.name());
        landmark.aliases().forEach(properties.putArray("aliases")::add);
        properties.put("kind", landmark.kind());
        return feature;
    }

    private ObjectNode district(CityDistrict district) {
        ObjectNode feature = feature("Polygon", List.of(closed(district.ring())));
        ObjectNode properties = properties(feature);
        properties.put("name", district.name());
        district.aliases().forEach(properties.putArray("aliases")::add);
        return feature;
    }

    private ObjectNode feature(String type, Object coordinates) {
        ObjectNode feature = json.createObjectNode();
        feature.put("type", "Feature");
        ObjectNode geometry = feature.putObject("geometry");
        geometry.put("type", type);
        geometry.set("coordinates", json.valueToTree(plain(coordinates)));
        feature.putObject("properties");
        return feature;
    }

    private static ObjectNode properties(ObjectNode feature) {
        return (ObjectNode) feature.get("properties");
    }

    private static Object plain(Object coordinates) {
        if (coordinates instanceof GeoPoint point) {
            return List.of(point.lon(), point.lat());
        }
        return ((List<?>) coordinates).stream().map(JurisdictionWriter::plain).toList();
    }

    private static List<GeoPoint> closed(List<GeoPoint> ring) {
        List<GeoPoint> closed = new ArrayList<>(ring);
        closed.add(ring.get(0));
        return closed;
    }

    private void collection(Path file, List<ObjectNode> features) throws IOException {
        StringBuilder text = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[\n");
        for (int index = 0; index < features.size(); index++) {
            text.append(json.writeValueAsString(features.get(index)));
            text.append(index + 1 < features.size() ? ",\n" : "\n");
        }
        Files.writeString(file, text.append("]}\n"), StandardCharsets.UTF_8);
    }
}
