// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.threat.lexicon;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.triage.Token;
import org.perimeter.nlp.triage.TokenKind;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads words of violence that were written so as to pass a filter: figures for letters ({@code
 * k1ll}, {@code sh00t}), vowels starred out ({@code k*ll}), letters spaced ({@code k i l l}). Only
 * words of a given vocabulary are read so; everything else stays as it was written.
 */
final class Disguise {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 16;
    private static final Set<String> MARKS = Set.of("*", "@", "!", "|", "$");

    private final Set<String> vocabulary;
    private final Map<String, String> starred = new HashMap<>();

    /** Reads the given words, in any of these disguises. */
    Disguise(Set<String> vocabulary) {
        this.vocabulary = Set.copyOf(vocabulary);
        for (String word : new TreeSet<>(vocabulary)) {
            for (int i = 1; i < word.length(); i++) {
                for (String mark : marks(word.charAt(i))) {
                    starred.putIfAbsent(word.substring(0, i) + mark + word.substring(i + 1), word);
                }
            }
        }
    }

    /** The word in disguise that begins at a token; null when none does. */
    @Nullable DisguisedWord at(List<Token> tokens, int first) {
        Token token = tokens.get(first);
        if (token.kind() != TokenKind.WORD && token.kind() != TokenKind.NUMBER) {
            return null;
        }
        String norm = token.norm();
        if (norm.length() == 1) {
            DisguisedWord spaced = spaced(tokens, first);
            if (spaced != null) {
                return spaced;
            }
        }
        if (first + 2 < tokens.size()) {
            Token star = tokens.get(first + 1);
            Token rest = tokens.get(first + 2);
            if (MARKS.contains(star.surface())
                    && star.start() == token.end()
                    && rest.start() == star.end()) {
                String word = starred.get(norm + star.surface() + rest.norm());
                return word == null ? null : new DisguisedWord(word, first + 2);
            }
        }
        String word = spelt(norm);
        return word == null ? null : new DisguisedWord(word, first);
    }

    private @Nullable DisguisedWord spaced(List<Token> tokens, int first) {
        StringBuilder letters = new StringBuilder();
        for (int i = first; i < tokens.size() && letters.length() < LONGEST; i++) {
            if (tokens.get(i).norm().length() != 1 || !tokens.get(i).wordLike()) {
                return null;
            }
            letters.append(tokens.get(i).norm());
            if (letters.length() > SHORTEST && vocabulary.contains(letters.toString())) {
                return new DisguisedWord(letters.toString(), i);
            }
        }
        return null;
    }

    /** The word that letters and figures spell; null when they spell none that is known. */
    private @Nullable String spelt(String norm) {
        boolean figures = false;
        for (int i = 0; i < norm.length() && !figures; i++) {
            figures = norm.charAt(i) >= '0' && norm.charAt(i) <= '9';
        }
        if (!figures || norm.length() < SHORTEST || norm.length() > LONGEST) {
            return null;
        }
        StringBuilder read = new StringBuilder(norm.length());
        for (int i = 0; i < norm.length(); i++) {
            read.append(letter(norm.charAt(i)));
        }
        String word = read.toString();
        return vocabulary.contains(word) ? word : null;
    }

    /** What may stand for a letter; a star stands for any vowel. */
    private static List<String> marks(char letter) {
        return switch (letter) {
            case 'a' -> List.of("*", "@");
            case 'i' -> List.of("*", "!", "|");
            case 'e', 'o', 'u' -> List.of("*");
            case 's' -> List.of("$");
            default -> List.of();
        };
    }

    private static char letter(char figure) {
        return switch (figure) {
            case '0' -> 'o';
            case '1' -> 'i';
            case '3' -> 'e';
            case '4' -> 'a';
            case '5' -> 's';
            case '7' -> 't';
            default -> figure;
        };
    }
}
