// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction;

import java.util.List;

/**
 * A local name in a post.
 *
 * @param firstToken index of the first token of the name
 * @param lastToken index of its last token
 * @param places what it can stand for; never empty
 * @param wording how much its words say by themselves
 */
public record LocalMatch(int firstToken, int lastToken, List<LocalPlace> places, Wording wording) {

    public LocalMatch {
        places = List.copyOf(places);
    }

    /** Whether it shares a token with the given stretch. */
    public boolean overlaps(int first, int last) {
        return firstToken <= last && first <= lastToken;
    }

    int length() {
        return lastToken - firstToken + 1;
    }
}
