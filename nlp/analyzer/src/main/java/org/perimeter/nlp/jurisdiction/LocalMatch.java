// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction;

import java.util.List;

/**
 * A local name in a post.
 *
 * @param firstToken index of the first token of the name
 * @param lastToken index of its last token
 * @param places what it can stand for; empty when only {@code nearby} is not
 * @param wording how much its words say by themselves
 * @param nearby what it rather stands for where an incident is live around one of them; may be
 *     empty
 */
public record LocalMatch(
        int firstToken,
        int lastToken,
        List<LocalPlace> places,
        Wording wording,
        List<LocalPlace> nearby) {

    public LocalMatch {
        places = List.copyOf(places);
        nearby = List.copyOf(nearby);
    }

    LocalMatch(int firstToken, int lastToken, List<LocalPlace> places, Wording wording) {
        this(firstToken, lastToken, places, wording, List.of());
    }

    /** The same where an incident is live around other places of that name. */
    public LocalMatch withNearby(List<LocalPlace> others) {
        return new LocalMatch(firstToken, lastToken, places, wording, others);
    }

    /** Whether it shares a token with the given stretch. */
    public boolean overlaps(int first, int last) {
        return firstToken <= last && first <= lastToken;
    }

    /** How many tokens it has. */
    public int length() {
        return lastToken - firstToken + 1;
    }
}
