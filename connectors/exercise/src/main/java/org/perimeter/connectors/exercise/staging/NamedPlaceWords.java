// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.staging;

import org.perimeter.connectors.exercise.city.TownPlaces;
import org.perimeter.connectors.exercise.city.TruePlace;

import java.util.List;
import java.util.Random;

/** How people say streets, corners and other places. */
final class NamedPlaceWords {

    private NamedPlaceWords() {}

    /** One of the ways to say the place with this key. */
    static String of(TownPlaces places, String key, Random random) {
        TruePlace place = places.get(key);
        String name = place.name();
        int and = name.indexOf(" & ");
        // A corner is nothing but points; a landmark may have such a name too.
        if (and >= 0 && place.lines().stream().allMatch(line -> line.size() == 1)) {
            List<String> corner = corner(name.substring(0, and), name.substring(and + 3));
            return corner.get(random.nextInt(corner.size()));
        }
        List<String> ways = List.of(name, shortened(name), shortened(name).replace(".", ""));
        return ways.get(random.nextInt(ways.size()));
    }

    /** Three ways to say a corner: in full, shortened, without the kinds of street. */
    static List<String> corner(String first, String second) {
        return List.of(
                first + " and " + second,
                shortened(first) + " & " + shortened(second),
                base(first) + " and " + base(second));
    }

    /** The street with its kind and direction shortened. */
    static String shortened(String street) {
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
