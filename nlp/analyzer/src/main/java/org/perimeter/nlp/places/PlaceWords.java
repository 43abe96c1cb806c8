// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.places;

import org.perimeter.nlp.resource.LineResource;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Words that are names of places, but seldom mean them. */
final class PlaceWords {

    private static final String FOLDER = "/org/perimeter/nlp/places/";

    private final Set<String> common;
    private final Set<String> persons;

    private PlaceWords(Set<String> common, Set<String> persons) {
        this.common = common;
        this.persons = persons;
    }

    static PlaceWords load() {
        Set<String> common = read("common-words.txt");
        common.addAll(read("more-common-words.txt"));
        return new PlaceWords(common, read("person-names.txt"));
    }

    private static Set<String> read(String file) {
        Set<String> words = new HashSet<>();
        for (String line : LineResource.read(FOLDER + file)) {
            words.addAll(List.of(line.split(" ", -1)));
        }
        return words;
    }

    /** Whether it is mostly an ordinary word. */
    boolean isCommon(String word) {
        return common.contains(word);
    }

    /** Whether it is also the name of persons. */
    boolean isPerson(String word) {
        return persons.contains(word);
    }
}
