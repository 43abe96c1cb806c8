// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.gazetteer;

import java.util.List;

/**
 * A name found in a post and all places that bear it.
 *
 * @param firstToken index of the first token of the name
 * @param lastToken index of its last token
 * @param places never empty, most populous first
 */
public record NameMatch(int firstToken, int lastToken, List<GazetteerPlace> places) {

    public NameMatch {
        places = List.copyOf(places);
    }
}
