// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo.gazetteer;

import org.perimeter.nlp.gazetteer.GazetteerPlace;
import org.perimeter.nlp.gazetteer.NamedPlace;
import org.perimeter.nlp.gazetteer.PlaceKind;
import org.perimeter.nlp.resource.LineResource;
import org.perimeter.policy.model.place.GeoPoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Continents, seas and other regions that no list of populated places has. */
final class RegionFile {

    private static final String RESOURCE = "/org/perimeter/nlp/geo/gazetteer/regions.txt";

    /** Smaller ones are single places. */
    private static final double SMALLEST_REGION_KM = 20;

    /** They win over small towns of their name. */
    private static final int WEIGHT = 50_000_000;

    private final PlaceNames spelling = new PlaceNames();

    List<NamedPlace> places() {
        List<NamedPlace> places = new ArrayList<>();
        for (String line : LineResource.read(RESOURCE)) {
            String[] parts = line.split(" ", 4);
            double km = Double.parseDouble(parts[2]);
            String[] given = parts[3].split(";", -1);
            Set<String> names = new TreeSet<>();
            for (String name : given) {
                spelling.addSpellings(name, names);
            }
            PlaceKind kind = km < SMALLEST_REGION_KM ? PlaceKind.SPOT : PlaceKind.REGION;
            String code = "ZZ." + given[0].toLowerCase(Locale.ROOT).replace(' ', '-');
            places.add(
                    new NamedPlace(
                            new GazetteerPlace(
                                    (kind == PlaceKind.SPOT ? "spot:" : "region:") + code,
                                    kind,
                                    new GeoPoint(
                                            Double.parseDouble(parts[0]),
                                            Double.parseDouble(parts[1])),
                                    WEIGHT,
                                    "ZZ",
                                    code,
                                    km * 1000),
                            names));
        }
        return places;
    }
}
