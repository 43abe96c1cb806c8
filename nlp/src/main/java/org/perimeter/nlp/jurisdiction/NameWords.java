// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction;

import org.perimeter.nlp.resource.LineResource;
import org.perimeter.nlp.triage.PostText;
import org.perimeter.nlp.triage.PostTokenizer;
import org.perimeter.nlp.triage.Token;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of local names in one canonical form: {@code St} is street, {@code N} is north, {@code
 * Fifth} is 5th. Applied to the files and to the posts alike, so it need not be right, only equal.
 */
final class NameWords {

    private static final String RESOURCE = "/org/perimeter/nlp/jurisdiction/street-words.txt";

    private final Map<String, String> canonical = new HashMap<>();
    private final Set<String> suffixes = new HashSet<>();
    private final Set<String> directions = new HashSet<>();
    private final PostTokenizer tokenizer = new PostTokenizer();

    private NameWords() {}

    static NameWords load() {
        NameWords words = new NameWords();
        for (String line : LineResource.read(RESOURCE)) {
            String[] parts = line.split(" ", -1);
            String word = parts[1];
            for (int i = 2; i < parts.length; i++) {
                words.canonical.put(parts[i], word);
            }
            if (parts[0].equals("suffix")) {
                words.suffixes.add(word);
            } else if (parts[0].equals("direction")) {
                words.directions.add(word);
            }
        }
        return words;
    }

    String canonical(Token token) {
        return canonical.getOrDefault(token.nameWord(), token.nameWord());
    }

    /** The canonical words of a name. */
    List<String> of(String name) {
        return tokenizer.tokenize(PostText.of(name)).stream()
                .filter(Token::wordLike)
                .map(this::canonical)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    boolean isSuffix(String word) {
        return suffixes.contains(word);
    }

    boolean isDirection(String word) {
        return directions.contains(word);
    }
}
