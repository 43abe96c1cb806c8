// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import org.perimeter.nlp.jurisdiction.house.HouseNumber;
import org.perimeter.policy.model.place.GeoPoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes the files of a jurisdiction, a feature a line. Equal data give equal bytes. */
final class JurisdictionFiles {

    private final JsonFactory json = new JsonFactory();
    private final Path folder;

    /**
     * @param folder made when it is missing
     */
    JurisdictionFiles(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** Writes {@code jurisdiction.json}. */
    void head(JurisdictionHead head) throws IOException {
        try (JsonGenerator out = open("jurisdiction.json")) {
            out.useDefaultPrettyPrinter();
            out.writeStartObject();
            out.writeStringField("name", head.name());
            strings(out, "aliases", head.aliases());
            out.writeStringField("admin", head.admin());
            out.writeStringField("country", head.country());
            out.writeFieldName("center");
            position(out, head.center());
            out.writeArrayFieldStart("bbox");
            for (GeoPoint corner : List.of(head.southWest(), head.northEast())) {
                out.writeNumber(corner.lon());
                out.writeNumber(corner.lat());
            }
            out.writeEndArray();
            out.writeStringField("source", head.source());
            out.writeStringField("licence", head.licence());
            out.writeStringField("date", head.date());
            out.writeEndObject();
            out.writeRaw('\n');
        }
    }

    /**
     * Writes one layer.
     *
     * @param kindField what the kind is called there
     */
    void layer(String file, String kindField, List<Feature> features) throws IOException {
        try (JsonGenerator out = open(file)) {
            out.writeStartObject();
            out.writeStringField("type", "FeatureCollection");
            out.writeArrayFieldStart("features");
            for (Feature feature : features) {
                out.writeRaw('\n');
                feature(out, kindField, feature);
            }
            out.writeRaw('\n');
            out.writeEndArray();
            out.writeEndObject();
            out.writeRaw('\n');
        }
    }

    /**
     * Writes {@code addresses.json}: street name to a list of {@code [number, lon, lat]}, a number
     * with a letter as text.
     */
    void addresses(Map<String, Map<String, GeoPoint>> streets) throws IOException {
        try (JsonGenerator out = open("addresses.json")) {
            out.writeStartObject();
            for (Map.Entry<String, Map<String, GeoPoint>> street : streets.entrySet()) {
                out.writeRaw('\n');
                out.writeArrayFieldStart(street.getKey());
                for (Map.Entry<String, GeoPoint> house : street.getValue().entrySet()) {
                    out.writeStartArray();
                    if (HouseNumber.isPlain(house.getKey())) {
                        out.writeNumber(Integer.parseInt(house.getKey()));
                    } else {
                        out.writeString(house.getKey());
                    }
                    out.writeNumber(house.getValue().lon());
                    out.writeNumber(house.getValue().lat());
                    out.writeEndArray();
                }
                out.writeEndArray();
            }
            out.writeRaw('\n');
            out.writeEndObject();
            out.writeRaw('\n');
        }
    }

    /** Writes a text file. */
    void text(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private JsonGenerator open(String file) throws IOException {
        return json.createGenerator(folder.resolve(file).toFile(), JsonEncoding.UTF8);
    }

    private static void feature(JsonGenerator out, String kindField, Feature feature)
            throws IOException {
        out.writeStartObject();
        out.writeStringField("type", "Feature");
        out.writeObjectFieldStart("geometry");
        out.writeStringField("type", feature.shape().type().geoJson());
        out.writeFieldName("coordinates");
        coordinates(out, feature.shape());
        out.writeEndObject();
        out.writeObjectFieldStart("properties");
        if (!feature.name().isEmpty()) {
            out.writeStringField("name", feature.name());
        }
        if (!feature.aliases().isEmpty()) {
            strings(out, "aliases", feature.aliases());
        }
        out.writeStringField(kindField, feature.kind());
        if (!feature.ref().isEmpty()) {
            out.writeStringField("ref", String.join(";", feature.ref()));
        }
        if (!feature.road().isEmpty()) {
            out.writeStringField("road", String.join(";", feature.road()));
        }
        out.writeEndObject();
        out.writeEndObject();
    }

    private static void coordinates(JsonGenerator out, Shape shape) throws IOException {
        List<List<GeoPoint>> lines = shape.lines();
        switch (shape.type()) {
            case POINT -> position(out, lines.get(0).get(0));
            case LINES, AREA -> lines(out, lines);
            case AREAS -> {
                out.writeStartArray();
                for (List<GeoPoint> ring : lines) {
                    lines(out, List.of(ring));
                }
                out.writeEndArray();
            }
        }
    }

    private static void lines(JsonGenerator out, List<List<GeoPoint>> lines) throws IOException {
        out.writeStartArray();
        for (List<GeoPoint> line : lines) {
            out.writeStartArray();
            for (GeoPoint point : line) {
                position(out, point);
            }
            out.writeEndArray();
        }
        out.writeEndArray();
    }

    private static void position(JsonGenerator out, GeoPoint point) throws IOException {
        out.writeStartArray();
        out.writeNumber(point.lon());
        out.writeNumber(point.lat());
        out.writeEndArray();
    }

    private static void strings(JsonGenerator out, String field, List<String> values)
            throws IOException {
        out.writeArrayFieldStart(field);
        for (String value : values) {
            out.writeString(value);
        }
        out.writeEndArray();
    }
}
