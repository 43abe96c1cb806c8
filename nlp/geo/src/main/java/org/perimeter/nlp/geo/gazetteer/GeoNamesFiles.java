// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo.gazetteer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.perimeter.nlp.gazetteer.GazetteerPlace;
import org.perimeter.nlp.gazetteer.NamedPlace;
import org.perimeter.nlp.gazetteer.PlaceKind;
import org.perimeter.nlp.resource.LineResource;
import org.perimeter.policy.model.place.GeoPoint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads the GeoNames extracts: populated places as they are, and areas (countries, their first and
 * second level) as the cloud of the places inside them, since the extracts give areas no
 * coordinates; {@code area-points.txt} has the middles of the large ones.
 */
final class GeoNamesFiles {

    /** Alternate names of smaller places cause more false finds than true ones. */
    private static final int ALTERNATES_FROM = 5_000;

    private static final int SHORTEST_ALTERNATE = 5;

    /** Of very large places even a short alternate name is well known: Kiev. */
    private static final int VERY_LARGE = 500_000;

    private static final int SHORTEST_OF_VERY_LARGE = 4;

    /** Where the common name is the English one, alternates are curiosities or nicknames. */
    private static final Set<String> ENGLISH_SPEAKING = Set.of("US", "GB", "CA", "AU", "NZ", "IE");

    /** Sections of cities often carry the population of their whole city. */
    private static final int SECTION_CAP = 50_000;

    private static final int SHORTEST_AREA = 4;

    private static final String COUNTY = " County";

    private static final double SQUARE_KM_PER_PERSON = 1 / 1500.0;

    private final PlaceNames spelling = new PlaceNames();
    private final List<NamedPlace> places = new ArrayList<>();
    private final Map<String, AreaCloud> areas = new TreeMap<>();
    private final Map<String, Set<String>> townNames = new HashMap<>();
    private final Map<String, GeoPoint> middles = AreaPoints.read();

    static GeoNamesFiles of(Path cities, Path admin1, Path admin2) throws IOException {
        GeoNamesFiles files = new GeoNamesFiles();
        Map<Integer, List<String>> aliases = aliases();
        for (String line : Files.readAllLines(cities, StandardCharsets.UTF_8)) {
            files.city(line.split("\t", -1), aliases);
        }
        ObjectMapper json = new ObjectMapper();
        for (JsonNode node : json.readTree(admin1.toFile())) {
            files.area(PlaceKind.STATE, "admin:", node.get("code").asText(), node);
        }
        for (JsonNode node : json.readTree(admin2.toFile())) {
            files.area(PlaceKind.COUNTY, "county:", node.get("code").asText(), node);
        }
        files.countries();
        return files;
    }

    List<NamedPlace> places() {
        return List.copyOf(places);
    }

    private static Map<Integer, List<String>> aliases() {
        Map<Integer, List<String>> aliases = new HashMap<>();
        for (String line : LineResource.read("/org/perimeter/nlp/geo/gazetteer/aliases.txt")) {
            int blank = line.indexOf(' ');
            aliases.computeIfAbsent(
                            Integer.valueOf(line.substring(0, blank)), id -> new ArrayList<>())
                    .add(line.substring(blank + 1));
        }
        return aliases;
    }

    private void city(String[] f, Map<Integer, List<String>> aliases) {
        int id = Integer.parseInt(f[0]);
        GeoPoint point = new GeoPoint(Double.parseDouble(f[4]), Double.parseDouble(f[5]));
        boolean section = f[7].equals("PPLX");
        int population = Math.max(0, Integer.parseInt(f[14]));
        int counted = section ? Math.min(population, SECTION_CAP) : population;
        Set<String> names = new TreeSet<>();
        spelling.addSpellings(f[1], names);
        spelling.addSpellings(f[2], names);
        if (population >= ALTERNATES_FROM && !ENGLISH_SPEAKING.contains(f[8])) {
            for (String alternate : f[3].split(",", -1)) {
                int shortest =
                        population >= VERY_LARGE ? SHORTEST_OF_VERY_LARGE : SHORTEST_ALTERNATE;
                if (alternate.length() >= shortest
                        && Character.isUpperCase(alternate.charAt(0))
                        && PlaceNames.latin(alternate)) {
                    spelling.addSpellings(alternate, names);
                }
            }
        }
        aliases.getOrDefault(id, List.of()).forEach(a -> spelling.addSpellings(a, names));
        String admin1 = f[8] + "." + f[10];
        places.add(
                new NamedPlace(
                        new GazetteerPlace(
                                "geonames:" + id,
                                section ? PlaceKind.SECTION : PlaceKind.CITY,
                                point,
                                counted,
                                f[8],
                                admin1,
                                cityRadius(counted, section)),
                        names));
        townNames.computeIfAbsent(admin1, a -> new HashSet<>()).addAll(names);
        for (String area : List.of(f[8], admin1, admin1 + "." + f[11])) {
            areas.computeIfAbsent(area, a -> new AreaCloud()).add(point, population);
        }
    }

    private static double cityRadius(int population, boolean section) {
        double squareKm = population * SQUARE_KM_PER_PERSON;
        double radius = 1300 * Math.sqrt(squareKm / Math.PI);
        return section ? 2000 : Math.min(30_000, Math.max(1500, radius));
    }

    private void area(PlaceKind kind, String prefix, String code, JsonNode node) {
        Set<String> names = new TreeSet<>();
        String name = node.get("name").asText();
        spelling.addSpellings(name, names);
        if (name.endsWith(COUNTY)) {
            spelling.addSpellings(
                    name.substring(0, name.length() - COUNTY.length()) + " Co", names);
        }
        if (kind == PlaceKind.COUNTY && !code.startsWith("US.")) {
            spelling.addSpellings(AreaNames.withoutKind(name), names);
            names.removeIf(n -> n.length() < SHORTEST_AREA);
            // The town of that name is meant, not what surrounds it.
            names.removeAll(townNames.getOrDefault(admin1Of(code), Set.of()));
        }
        if (!names.isEmpty()) {
            area(kind, prefix, code, names);
        }
    }

    private static String admin1Of(String code) {
        return code.substring(0, code.indexOf('.', 3));
    }

    private void area(PlaceKind kind, String prefix, String code, Set<String> names) {
        AreaCloud cloud = areas.get(code);
        if (cloud != null) {
            places.add(
                    new NamedPlace(
                            new GazetteerPlace(
                                    prefix + code,
                                    kind,
                                    middles.getOrDefault(code, cloud.center()),
                                    cloud.population(),
                                    code.substring(0, 2),
                                    kind == PlaceKind.COUNTRY ? "" : code,
                                    cloud.radiusMeters()),
                            names));
        }
    }

    private void countries() throws IOException {
        Map<String, Set<String>> more = new HashMap<>();
        for (String line : LineResource.read("/org/perimeter/nlp/geo/gazetteer/countries.txt")) {
            more.computeIfAbsent(line.substring(0, 2), c -> new TreeSet<>()).add(line.substring(3));
        }
        for (String code : Locale.getISOCountries()) {
            Set<String> names = new TreeSet<>();
            Locale country = new Locale.Builder().setRegion(code).build();
            spelling.addSpellings(country.getDisplayCountry(Locale.ENGLISH), names);
            more.getOrDefault(code, Set.of()).forEach(n -> spelling.addSpellings(n, names));
            area(PlaceKind.COUNTRY, "country:", code, names);
        }
    }
}
