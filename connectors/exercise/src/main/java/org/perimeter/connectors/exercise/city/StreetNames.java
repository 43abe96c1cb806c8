// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.city;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Hands out street names, each once; the same base name comes back with other kinds of street. */
final class StreetNames {

    private static final List<String> NORTHWARD =
            List.of("Avenue", "Avenue", "Avenue", "Street", "Drive", "Road", "Lane", "Boulevard");
    private static final List<String> EASTWARD =
            List.of("Street", "Street", "Street", "Street", "Road", "Lane", "Way", "Avenue");
    private static final List<String> DEAD_END = List.of("Court", "Place", "Close", "Terrace");

    private final List<String> bases;
    private final Random random;
    private final Set<String> taken = new HashSet<>();

    StreetNames(List<String> bases, Random random) {
        this.bases = List.copyOf(bases);
        this.random = random;
    }

    /** Reserves a name that was given by hand. */
    String take(String name) {
        if (!taken.add(name)) {
            throw new IllegalArgumentException("two streets named " + name);
        }
        return name;
    }

    String northward() {
        return fresh(NORTHWARD);
    }

    String eastward() {
        return fresh(EASTWARD);
    }

    String deadEnd() {
        return fresh(DEAD_END);
    }

    private String fresh(List<String> kinds) {
        while (true) {
            String base = bases.get(random.nextInt(bases.size()));
            String name = base + " " + kinds.get(random.nextInt(kinds.size()));
            if (taken.add(name)) {
                return name;
            }
        }
    }
}
