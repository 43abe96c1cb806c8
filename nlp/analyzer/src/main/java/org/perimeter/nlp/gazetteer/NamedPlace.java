// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.gazetteer;

import java.util.Set;

/**
 * A place on its way into the data file.
 *
 * @param place the place
 * @param names its names, normalised as the tagger sees them
 */
public record NamedPlace(GazetteerPlace place, Set<String> names) {

    public NamedPlace {
        names = Set.copyOf(names);
    }
}
