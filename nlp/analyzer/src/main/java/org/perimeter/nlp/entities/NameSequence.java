// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.entities;

import org.perimeter.nlp.entities.word.Capitals;
import org.perimeter.nlp.entities.word.WordType;

import java.util.List;

/** A post, or a part of a long one, as the features see it. */
final class NameSequence {

    private final List<WordType> words;
    private final Capitals capitals;
    private final int[] places;

    /**
     * @param words its words
     * @param capitals how it uses capitals
     * @param places per word, what {@link PlaceMarks} says of it; 0 for nothing; not copied
     */
    NameSequence(List<WordType> words, Capitals capitals, int[] places) {
        this.words = words;
        this.capitals = capitals;
        this.places = places;
    }

    Capitals capitals() {
        return capitals;
    }

    WordType word(int at) {
        return at < 0 || at >= words.size() ? WordType.EDGE : words.get(at);
    }

    int place(int at) {
        return at < 0 || at >= places.length ? 0 : places[at];
    }

    int size() {
        return words.size();
    }
}
