// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.threat;

import org.perimeter.nlp.triage.Token;
import org.perimeter.nlp.triage.TokenKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Turns a post's tokens into what the rules see. */
final class ScanTokens {

    private final Set<String> vocabulary;
    private final HashtagSplitter hashtags;

    ScanTokens(Set<String> vocabulary, HashtagSplitter hashtags) {
        this.vocabulary = vocabulary;
        this.hashtags = hashtags;
    }

    List<ScanToken> of(List<Token> tokens) {
        List<ScanToken> seen = new ArrayList<>(tokens.size());
        int sentence = 0;
        for (Token token : tokens) {
            if (token.endsSentence()) {
                sentence++;
            } else if (token.kind() == TokenKind.HASHTAG) {
                // A tag is a remark of its own; only its own words belong together.
                for (String word : hashtags.split(token.surface(), token.norm())) {
                    seen.add(scan(word, token, sentence));
                }
            } else if (token.kind() == TokenKind.EMOJI) {
                seen.add(scan(token.surface().replace("\uFE0F", ""), token, sentence));
            } else if (token.wordLike() && !token.norm().isEmpty()) {
                seen.add(scan(known(token.norm()), token, sentence));
            }
        }
        return seen;
    }

    private static ScanToken scan(String word, Token token, int sentence) {
        boolean number = !word.isEmpty() && Character.isDigit(word.charAt(0));
        return new ScanToken(word, number, sentence, token.start(), token.end());
    }

    /** The spelling that the lexicon knows: {@code shootin} is shooting, {@code heelp} is help. */
    private String known(String norm) {
        if (vocabulary.contains(norm)) {
            return norm;
        }
        if (norm.endsWith("in") && vocabulary.contains(norm + "g")) {
            return norm + "g";
        }
        String single = singleLetters(norm);
        return vocabulary.contains(single) ? single : norm;
    }

    private static String singleLetters(String norm) {
        StringBuilder out = new StringBuilder(norm.length());
        for (int i = 0; i < norm.length(); i++) {
            if (i == 0 || norm.charAt(i) != norm.charAt(i - 1)) {
                out.append(norm.charAt(i));
            }
        }
        return out.toString();
    }
}
