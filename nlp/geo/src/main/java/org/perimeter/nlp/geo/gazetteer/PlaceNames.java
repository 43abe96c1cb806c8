// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo.gazetteer;

import org.perimeter.nlp.triage.PostText;
import org.perimeter.nlp.triage.PostTokenizer;
import org.perimeter.nlp.triage.Token;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Brings a place's name into the form in which the tagger walks a post. */
final class PlaceNames {

    private static final Map<String, String> SHORT =
            Map.of("saint", "st", "fort", "ft", "mount", "mt", "sainte", "ste");

    private final PostTokenizer tokenizer = new PostTokenizer();

    /** Whether a name is written in Latin letters only. */
    static boolean latin(String name) {
        return name.codePoints()
                .allMatch(
                        c ->
                                !Character.isLetter(c)
                                        || Character.UnicodeScript.of(c)
                                                == Character.UnicodeScript.LATIN);
    }

    /** Adds the spellings of a name: as it is, abbreviated, and as a hashtag. */
    void addSpellings(String name, Set<String> into) {
        String normal =
                tokenizer.tokenize(PostText.of(name)).stream()
                        .filter(Token::wordLike)
                        .map(Token::norm)
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining(" "));
        if (normal.length() < 2) {
            return;
        }
        into.add(normal);
        into.add(normal.replace(" ", ""));
        int blank = normal.indexOf(' ');
        String shortened = blank < 0 ? null : SHORT.get(normal.substring(0, blank));
        if (shortened != null) {
            into.add(shortened + normal.substring(blank));
        }
    }
}
