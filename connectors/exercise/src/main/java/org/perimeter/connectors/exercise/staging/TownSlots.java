// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.staging;

import org.perimeter.connectors.exercise.city.City;
import org.perimeter.connectors.exercise.city.CityDistrict;
import org.perimeter.connectors.exercise.city.CityLandmark;
import org.perimeter.connectors.exercise.city.CityStreet;
import org.perimeter.policy.model.place.GeoPoint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The words that fill the templates: from a table, and the city's own places as people say them.
 */
public final class TownSlots {

    /** The slot that says the place of its own row; only in packs. */
    public static final String PLACE = "place";

    private static final int CORNERS = 400;
    private static final Pattern SLOT = Pattern.compile("\\{([a-z0-9_-]+)\\}");

    private final Map<String, List<String>> slots = new HashMap<>();

    private TownSlots() {}

    /**
     * All slots for the given city.
     *
     * @param given slots beside the city's own places
     */
    public static Map<String, List<String>> of(City city, Map<String, List<String>> given) {
        TownSlots slots = new TownSlots();
        given.forEach((name, values) -> slots.slots.put(name, named(city, values)));
        city.landmarks().forEach(slots::landmark);
        city.districts().forEach(slots::district);
        city.streets().forEach(slots::street);
        slots.corners(city);
        slots.prune();
        return slots.slots;
    }

    /** Names of the slots of a text that have no value, {@link #PLACE} among them. */
    public static List<String> missing(String text, Map<String, List<String>> slots) {
        return SLOT.matcher(text)
                .results()
                .map(slot -> slot.group(1))
                .filter(name -> slots.getOrDefault(name, List.of()).isEmpty())
                .toList();
    }

    /** Whether every slot of the text has a value. */
    static boolean fit(String text, Map<String, List<String>> slots) {
        return missing(text, slots).isEmpty();
    }

    /** Values in which the city's own name stands. */
    private static List<String> named(City city, List<String> values) {
        List<String> named = new ArrayList<>();
        for (String value : values) {
            named.add(
                    value.replace("{Town}", city.name())
                            .replace("{town}", city.name().toLowerCase(Locale.ROOT)));
        }
        return named;
    }

    /** Takes out values that need a slot which this city does not fill. */
    private void prune() {
        boolean pruned = true;
        while (pruned) {
            pruned = false;
            for (List<String> values : slots.values()) {
                pruned |= values.removeIf(value -> !fit(value, slots));
            }
        }
    }

    private void landmark(CityLandmark landmark) {
        String slot = slot(landmark.id(), landmark.name(), landmark.kind());
        add(slot, landmark.name());
        landmark.aliases().forEach(alias -> add(slot, alias));
        if (landmark.kind().equals("mall") && !slot("mall").contains("the mall")) {
            add(slot, "the mall");
        }
    }

    private static String slot(String id, String name, String kind) {
        if (id.equals("library") || id.equals("museum")) {
            return id;
        }
        return switch (kind) {
            case "worship" -> worship(id, name);
            case "food" -> "restaurant";
            case "university" -> "school";
            default -> kind;
        };
    }

    private static String worship(String id, String name) {
        if (id.startsWith("mosque")) {
            return "mosque";
        }
        boolean other = id.startsWith("synagogue") || id.startsWith("gurdwara");
        return other || !(id.startsWith("church") || name.contains("Church"))
                ? "worship"
                : "church";
    }

    private void district(CityDistrict district) {
        add("district", district.name());
        district.aliases().forEach(alias -> add("district", alias));
    }

    private void street(CityStreet street) {
        add("street", street.name());
        add("street", NamedPlaceWords.shortened(street.name()));
        add("street", NamedPlaceWords.shortened(street.name()).replace(".", ""));
    }

    private void corners(City city) {
        Map<GeoPoint, String> seen = new HashMap<>();
        for (CityStreet street : city.streets()) {
            for (List<GeoPoint> line : street.lines()) {
                for (GeoPoint point : line) {
                    String other = seen.put(point, street.name());
                    if (other != null
                            && !other.equals(street.name())
                            && slot("cross").size() < CORNERS) {
                        corner(other, street.name());
                    }
                }
            }
        }
    }

    private void corner(String first, String second) {
        List<String> ways = NamedPlaceWords.corner(first, second);
        add("cross", ways.get(slot("cross").size() % ways.size()));
    }

    private List<String> slot(String name) {
        return slots.computeIfAbsent(name, key -> new ArrayList<>());
    }

    private void add(String slot, String value) {
        slot(slot).add(value);
    }
}
