// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.scenario;

import org.perimeter.connectors.exercise.city.City;
import org.perimeter.connectors.exercise.city.CityDistrict;
import org.perimeter.connectors.exercise.city.CityLandmark;
import org.perimeter.connectors.exercise.city.CityStreet;
import org.perimeter.connectors.exercise.city.Table;
import org.perimeter.policy.model.place.GeoPoint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words that fill the templates: from a table, and the city's own places as people say them.
 */
final class CitySlots {

    private static final int CORNERS = 400;

    private final Map<String, List<String>> slots = new HashMap<>();

    private CitySlots() {}

    /** All slots for the given city. */
    static Map<String, List<String>> of(City city) {
        CitySlots slots = new CitySlots();
        for (List<String> row : Table.rows(CitySlots.class, "slots.tsv")) {
            slots.slots.put(row.get(0), row.subList(1, row.size()));
        }
        city.landmarks().forEach(slots::landmark);
        city.districts().forEach(slots::district);
        city.streets().forEach(slots::street);
        slots.corners(city);
        return slots.slots;
    }

    private void landmark(CityLandmark landmark) {
        String slot =
                switch (landmark.id()) {
                    case "library", "museum" -> landmark.id();
                    case "mosque-lantern" -> "mosque";
                    case "synagogue-willow", "gurdwara-kiln" -> "worship";
                    default -> landmark.kind().equals("worship") ? "church" : landmark.kind();
                };
        add(slot, landmark.name());
        landmark.aliases().forEach(alias -> add(slot, alias));
        if (landmark.id().equals("mall-tidewell")) {
            add(slot, "the mall");
        }
    }

    private void district(CityDistrict district) {
        add("district", district.name());
        district.aliases().forEach(alias -> add("district", alias));
    }

    private void street(CityStreet street) {
        add("street", street.name());
        add("street", shortened(street.name()));
        add("street", shortened(street.name()).replace(".", ""));
    }

    private void corners(City city) {
        Map<GeoPoint, String> seen = new HashMap<>();
        for (CityStreet street : city.streets()) {
            for (List<GeoPoint> line : street.lines()) {
                for (GeoPoint point : line) {
                    String other = seen.put(point, street.name());
                    if (other != null && slot("cross").size() < CORNERS) {
                        corner(other, street.name());
                    }
                }
            }
        }
    }

    private void corner(String first, String second) {
        int style = slot("cross").size() % 3;
        add(
                "cross",
                switch (style) {
                    case 0 -> first + " and " + second;
                    case 1 -> shortened(first) + " & " + shortened(second);
                    default -> base(first) + " and " + base(second);
                });
    }

    private List<String> slot(String name) {
        return slots.computeIfAbsent(name, key -> new ArrayList<>());
    }

    private void add(String slot, String value) {
        slot(slot).add(value);
    }

    private static String shortened(String street) {
        return street.replace(" Street", " St.")
                .replace(" Avenue", " Ave.")
                .replace(" Road", " Rd.")
                .replace(" Boulevard", " Blvd.")
                .replace(" Drive", " Dr.")
                .replace(" Lane", " Ln.")
                .replace("East ", "E ")
                .replace("West ", "W ");
    }

    private static String base(String street) {
        int last = street.lastIndexOf(' ');
        return last < 0 ? street : street.substring(0, last);
    }
}
