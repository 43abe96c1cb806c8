// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.entities;

import org.perimeter.nlp.resource.LineResource;
import org.perimeter.nlp.triage.Token;
import org.perimeter.nlp.triage.TokenKind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells posts that speak of disaster or violence, by single words, so that they are read with the
 * model that learnt from such posts. A coarse sign for that purpose only; it says nothing about
 * whether something happened.
 */
final class IncidentWords {

    private static final String WORDS = "/org/perimeter/nlp/entities/incident-words.txt";

    private final Set<String> words = new HashSet<>();
    private final Map<Character, List<String>> stems = new HashMap<>();

    private IncidentWords() {}

    static IncidentWords load() {
        IncidentWords all = new IncidentWords();
        for (String line : LineResource.read(WORDS)) {
            for (String word : line.split(" ", -1)) {
                if (word.endsWith("*")) {
                    all.stems
                            .computeIfAbsent(word.charAt(0), first -> new ArrayList<>())
                            .add(word.substring(0, word.length() - 1));
                } else {
                    all.words.add(word);
                }
            }
        }
        return all;
    }

    /** Whether one of the words is among the tokens. */
    boolean in(List<Token> tokens) {
        return tokens.stream().anyMatch(this::is);
    }

    private boolean is(Token token) {
        String word = token.norm();
        if (token.kind() == TokenKind.HASHTAG) {
            return stems.values().stream().flatMap(List::stream).anyMatch(word::contains);
        }
        if (token.kind() != TokenKind.WORD || word.isEmpty()) {
            return false;
        }
        List<String> alike = stems.getOrDefault(word.charAt(0), List.of());
        return words.contains(word) || alike.stream().anyMatch(word::startsWith);
    }
}
