// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction.name;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The forms under which people write a street's name or a road's number. */
public final class StreetForms {

    private static final Map<String, String> SPANISH =
            Map.of("north", "norte", "south", "sur", "east", "este", "west", "oeste");

    private final NameWords words;

    public StreetForms(NameWords words) {
        this.words = words;
    }

    /** A name without its suffix, without its direction, and without both. */
    public Set<List<String>> shorter(List<String> name) {
        Set<List<String>> shorter = new LinkedHashSet<>();
        int to = name.size();
        if (words.isDirection(name.get(to - 1))) {
            to--;
        }
        // In "West Street" the direction is the name.
        boolean named = to == 2 && words.isSuffix(name.get(1));
        int from = words.isDirection(name.get(0)) && !named ? 1 : 0;
        boolean suffixed = to > from && words.isSuffix(name.get(to - 1));
        add(name, from, to, shorter);
        if (suffixed) {
            add(name, 0, to - 1, shorter);
            add(name, from, to - 1, shorter);
        }
        addDirectionBehind(name, from, suffixed ? to - 1 : to, shorter);
        return shorter;
    }

    /** {@code 4 oeste} for West 4th Street. */
    private static void addDirectionBehind(
            List<String> name, int from, int to, Set<List<String>> into) {
        if (from == 1 && to > from) {
            List<String> behind = new ArrayList<>(name.subList(from, to));
            behind.add(SPANISH.getOrDefault(name.get(0), name.get(0)));
            into.add(behind);
        }
    }

    private static void add(List<String> name, int from, int to, Set<List<String>> into) {
        if (to > from) {
            into.add(name.subList(from, to));
        }
    }

    /** The number of a road: {@code 71} of {@code I 71}; empty when the reference is no number. */
    public static String number(String ref) {
        String[] parts = ref.strip().split("[\\s:-]+", -1);
        String number = parts[parts.length - 1].toLowerCase(Locale.ROOT);
        return !number.isEmpty() && Character.isDigit(number.charAt(0)) ? number : "";
    }

    /** The letters of a road: {@code i} of {@code I 71}; empty when it has none. */
    public static String network(String ref) {
        String[] parts = ref.strip().split("[\\s:-]+", -1);
        return parts.length > 1 ? parts[0].toLowerCase(Locale.ROOT) : "";
    }

    /** How a numbered road is written: {@code I-71}, {@code Interstate 71}, {@code Route 23}. */
    public static Set<List<String>> road(String ref) {
        String network = network(ref);
        String number = number(ref);
        Set<List<String>> forms = new LinkedHashSet<>();
        if (!network.isEmpty()) {
            forms.add(List.of(network, number));
            forms.add(List.of(network + number));
        }
        if (network.equals("i")) {
            forms.add(List.of("interstate", number));
            return forms;
        }
        forms.add(List.of("route", number));
        forms.add(List.of("highway", number));
        if (network.equals("us")) {
            forms.add(List.of("us", "route", number));
            forms.add(List.of("us", "highway", number));
        } else {
            forms.add(List.of("state", "route", number));
            forms.add(List.of("sr", number));
        }
        return forms;
    }
}
