// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Set;

/** What the tags of an element make of it: a street, water, a district, an exit or an address. */
final class MapTags {

    /** Highways that nobody would give as an address, or that do not exist. */
    private static final Set<String> NO_STREET =
            Set.of(
                    "proposed",
                    "construction",
                    "abandoned",
                    "discontinued",
                    "razed",
                    "raceway",
                    "corridor",
                    "elevator",
                    "platform",
                    "bus_stop",
                    "rest_area",
                    "services");

    private static final Set<String> DISTRICTS =
            Set.of(
                    "city",
                    "town",
                    "village",
                    "hamlet",
                    "suburb",
                    "quarter",
                    "neighbourhood",
                    "borough",
                    "locality",
                    "isolated_dwelling");

    private static final Set<String> MUNICIPAL_LEVELS = Set.of("8", "9", "10");
    private static final Set<String> FLOWING = Set.of("river", "canal", "stream");
    private static final Set<String> STANDING = Set.of("reservoir", "basin");

    private MapTags() {}

    static boolean isStreet(Map<String, String> tags) {
        String highway = tags.get("highway");
        return highway != null
                && !NO_STREET.contains(highway)
                && (tags.containsKey("name") || tags.containsKey("ref"));
    }

    /** The class of a street; links count with what they link. */
    static String streetClass(Map<String, String> tags) {
        String highway = tags.getOrDefault("highway", "");
        return highway.endsWith("_link")
                ? highway.substring(0, highway.length() - "_link".length())
                : highway;
    }

    /** The kind of a district or municipality; null when it is none. */
    static @Nullable String district(Map<String, String> tags) {
        String place = tags.get("place");
        // Streets on a border between towns are mapped as the border, too.
        if (!tags.containsKey("name") || tags.containsKey("highway")) {
            return null;
        }
        if (place != null && DISTRICTS.contains(place)) {
            return place;
        }
        boolean municipal =
                "administrative".equals(tags.get("boundary"))
                        && MUNICIPAL_LEVELS.contains(tags.getOrDefault("admin_level", ""));
        if (!municipal) {
            return null;
        }
        return "8".equals(tags.get("admin_level")) ? "town" : "suburb";
    }

    static boolean isWaterArea(Map<String, String> tags) {
        return "water".equals(tags.get("natural"))
                || "riverbank".equals(tags.get("waterway"))
                || "dock".equals(tags.get("waterway"))
                || STANDING.contains(tags.getOrDefault("landuse", ""));
    }

    /** A named river, canal or stream, drawn as a line. */
    static boolean isWaterLine(Map<String, String> tags) {
        return FLOWING.contains(tags.getOrDefault("waterway", "")) && tags.containsKey("name");
    }

    static boolean isExit(Map<String, String> tags) {
        return "motorway_junction".equals(tags.get("highway")) && tags.containsKey("ref");
    }

    static boolean isAddress(Map<String, String> tags) {
        return tags.containsKey("addr:housenumber") && tags.containsKey("addr:street");
    }

    /** A line of houses of which only the numbers at its ends are mapped. */
    static boolean isAddressLine(Map<String, String> tags) {
        return tags.containsKey("addr:interpolation") && tags.containsKey("addr:street");
    }
}
