// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction.street;

import java.util.List;

/**
 * A street's name in a post.
 *
 * @param first index of its first token
 * @param last index of its last token
 * @param streets every street with that form of name, exact ones first; never empty
 * @param form how it is written
 */
public record StreetMention(int first, int last, List<Street> streets, Form form) {

    /** What the writing of a street's name is worth. */
    public enum Form {
        /** With its suffix, or a road with its letters: hardly anything else. */
        FULL,
        /** A name without suffix: a street only where one is expected. */
        SHORT,
        /** A single ordinary word. */
        PLAIN,
        /** With a slip in it. */
        CORRECTED,
        /** The bare number of a road: {@code 315}. */
        NUMBER
    }

    public StreetMention {
        streets = List.copyOf(streets);
    }

    public boolean is(Form other) {
        return form == other;
    }

    public boolean isRoad() {
        return streets.get(0).isRoad();
    }
}
