// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction.name;

import org.perimeter.nlp.resource.LineResource;
import org.perimeter.nlp.triage.PostText;
import org.perimeter.nlp.triage.PostTokenizer;
import org.perimeter.nlp.triage.Token;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of local names in one canonical form: {@code St} is street, {@code N} is north, {@code
 * Fifth} is 5th. Applied to the files and to the posts alike, so it need not be right, only equal.
 */
public final class NameWords {

    /** What joins the words of a name and may be written otherwise, or as a sign. */
    static final Set<String> JOINING = Set.of("and", "n");

    private static final String FOLDER = "/org/perimeter/nlp/jurisdiction/";

    private final Map<String, String> canonical = new HashMap<>();
    private final Set<String> suffixes = new HashSet<>();
    private final Set<String> directions = new HashSet<>();
    private final Set<String> types = new HashSet<>();
    private final Set<String> idioms = new HashSet<>();
    private final Set<String> plain = new HashSet<>();
    private final PostTokenizer tokenizer = new PostTokenizer();

    private NameWords() {}

    public static NameWords load() {
        NameWords words = new NameWords();
        for (String line : LineResource.read(FOLDER + "street-words.txt")) {
            words.add(line.split(" ", -1), line);
        }
        for (String line : LineResource.read(FOLDER + "plain-words.txt")) {
            words.plain.addAll(List.of(line.split(" ", -1)));
        }
        return words;
    }

    private void add(String[] parts, String line) {
        if (parts[0].equals("idiom")) {
            idioms.add(line.substring("idiom ".length()));
            return;
        }
        String word = parts[1];
        for (int i = 2; i < parts.length; i++) {
            canonical.put(parts[i], word);
        }
        switch (parts[0]) {
            case "suffix" -> suffixes.add(word);
            case "direction" -> directions.add(word);
            case "type" -> types.add(word);
            default -> {
                // Only its spellings matter.
            }
        }
    }

    String canonical(Token token) {
        return canonical.getOrDefault(token.nameWord(), token.nameWord());
    }

    /** The canonical words of a name; an {@code and} within it is left out, as in posts. */
    public List<String> of(String name) {
        List<String> all = all(name);
        List<String> kept = new ArrayList<>(all);
        kept.removeAll(JOINING);
        return all.size() > 2 && kept.size() > 1 ? kept : all;
    }

    private List<String> all(String name) {
        return tokenizer.tokenize(PostText.of(name)).stream()
                .filter(Token::wordLike)
                .map(this::canonical)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The words of a name as they are, joined by hyphens: part of an id. */
    public String id(String name) {
        return String.join(
                "-",
                tokenizer.tokenize(PostText.of(name)).stream()
                        .filter(Token::wordLike)
                        .map(Token::nameWord)
                        .map(word -> word.equals("st") ? "saint" : word)
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    boolean isSuffix(String word) {
        return suffixes.contains(word);
    }

    public boolean isDirection(String word) {
        return directions.contains(word);
    }

    /** Whether it says what a landmark is, not which: {@code school}, {@code memorial}. */
    public boolean isType(String word) {
        return types.contains(word);
    }

    /** Whether posts mostly mean the word, not a name. */
    public boolean isPlain(String word) {
        return plain.contains(word);
    }

    /** Whether nothing in a name is more than an ordinary word. */
    public boolean allPlain(List<String> name) {
        return name.stream()
                .allMatch(
                        word ->
                                isPlain(word)
                                        || isType(word)
                                        || isDirection(word)
                                        || isSuffix(word));
    }

    /** Whether a name mostly stands for something else: {@code Wall Street}. */
    public boolean isIdiom(List<String> name) {
        return idioms.contains(String.join(" ", name));
    }
}
