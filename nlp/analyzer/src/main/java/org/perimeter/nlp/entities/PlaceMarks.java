// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.entities;

import org.perimeter.nlp.gazetteer.GazetteerPlace;
import org.perimeter.nlp.gazetteer.NameMatch;

import java.util.List;

/** Marks the words that the gazetteer knows as names of places. */
final class PlaceMarks {

    private static final int KINDS = 8;
    private static final int SIZES = 4;
    private static final int SINGLE = 1;
    private static final int FIRST = 2;
    private static final int INNER = 3;
    private static final int LAST = 4;

    private PlaceMarks() {}

    /**
     * One mark per token, made of the kind and size of the biggest place of that name and of the
     * token's position in the name; 0 where no name is.
     */
    static int[] of(List<NameToken> tokens, List<NameMatch> names) {
        int[] marks = new int[tokens.size()];
        int at = 0;
        for (NameMatch name : names) {
            int place = code(name.places().get(0));
            while (at < marks.length && tokens.get(at).source() < name.firstToken()) {
                at++;
            }
            for (int i = at; i < marks.length && tokens.get(i).source() <= name.lastToken(); i++) {
                if (tokens.get(i).source() >= 0) {
                    marks[i] = place * (LAST + 1) + position(name, tokens.get(i).source());
                }
            }
        }
        return marks;
    }

    private static int position(NameMatch name, int source) {
        if (name.firstToken() == name.lastToken()) {
            return SINGLE;
        }
        if (source == name.firstToken()) {
            return FIRST;
        }
        return source == name.lastToken() ? LAST : INNER;
    }

    private static int code(GazetteerPlace place) {
        int size = Integer.toString(Math.max(1, place.population() / 1_000)).length() - 1;
        return place.kind().code() + KINDS * Math.min(SIZES - 1, size);
    }
}
