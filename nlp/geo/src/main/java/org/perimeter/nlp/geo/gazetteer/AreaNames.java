// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo.gazetteer;

import org.perimeter.nlp.resource.LineResource;

import java.util.List;

/** What people call a second-level area: {@code Idukki} for Idukki District. */
final class AreaNames {

    private static final String RESOURCE = "/org/perimeter/nlp/geo/gazetteer/area-words.txt";
    private static final List<String> WORDS = LineResource.read(RESOURCE);

    private AreaNames() {}

    /** The name without the words that say what kind of area it is. */
    static String withoutKind(String name) {
        for (String word : WORDS) {
            if (name.startsWith(word + " ")) {
                return name.substring(word.length() + 1);
            }
            if (name.endsWith(" " + word)) {
                return name.substring(0, name.length() - word.length() - 1);
            }
        }
        return name;
    }
}
