// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo.gazetteer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.perimeter.nlp.gazetteer.GazetteerPlace;
import org.perimeter.nlp.gazetteer.NamedPlace;
import org.perimeter.nlp.gazetteer.PlaceKind;
import org.perimeter.policy.model.place.GeoPoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the airports of OurAirports: medium ones by name, large ones also by their three letters,
 * which a post must write in capitals.
 */
final class AirportFile {

    private static final double RADIUS_METERS = 2_500;
    private static final int LARGE = 2_000_000;
    private static final int MEDIUM = 200_000;

    private final PlaceNames spelling = new PlaceNames();

    List<NamedPlace> read(Path file) throws IOException {
        List<NamedPlace> places = new ArrayList<>();
        for (JsonNode airport : new ObjectMapper().readTree(file.toFile())) {
            boolean large = airport.path("type").asText().equals("large_airport");
            String iata = airport.path("iata_code").asText();
            String name = airport.path("name").asText();
            if (iata.length() == 3 && PlaceNames.latin(name)) {
                places.add(airport(airport, iata, name, large));
            }
        }
        return places;
    }

    private NamedPlace airport(JsonNode airport, String iata, String name, boolean large) {
        Set<String> names = new TreeSet<>();
        if (name.endsWith("Airport")) {
            spelling.addSpellings(name, names);
            spelling.addSpellings(name.replace(" International", ""), names);
        }
        if (large) {
            names.add(iata.toLowerCase(Locale.ROOT));
        }
        String country = airport.path("iso_country").asText();
        return new NamedPlace(
                new GazetteerPlace(
                        "spot:" + country + "." + iata,
                        PlaceKind.SPOT,
                        new GeoPoint(
                                airport.path("latitude_deg").asDouble(),
                                airport.path("longitude_deg").asDouble()),
                        large ? LARGE : MEDIUM,
                        country,
                        country + "." + iata,
                        RADIUS_METERS),
                names);
    }
}
