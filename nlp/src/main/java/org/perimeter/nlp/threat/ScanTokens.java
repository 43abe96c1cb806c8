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
        boolean quoted = false;
        for (Token token : tokens) {
            if (token.endsSentence()) {
                sentence++;
                // A quotation that was never closed ends with its line.
                quoted &= token.kind() != TokenKind.BREAK;
            } else if (token.kind() == TokenKind.HASHTAG) {
                for (String word : hashtags.split(token.surface(), token.norm())) {
                    seen.add(scan(word, token, sentence, quoted));
                }
            } else if (token.kind() == TokenKind.EMOJI) {
                String emoji = token.surface().replace("\uFE0F", "");
                seen.add(scan(emoji, token, sentence, quoted));
            } else if (token.wordLike() && !token.norm().isEmpty()) {
                seen.add(scan(known(token.norm()), token, sentence, quoted));
            } else if (token.kind() == TokenKind.PUNCTUATION) {
                quoted = afterMark(token.surface(), quoted);
            }
        }
        return seen;
    }

    private static boolean afterMark(String mark, boolean quoted) {
        return switch (mark) {
            case "\"" -> !quoted;
            case "“", "«", "„" -> true;
            case "”", "»" -> false;
            default -> quoted;
        };
    }

    private static ScanToken scan(String word, Token token, int sentence, boolean quoted) {
        boolean number = !word.isEmpty() && Character.isDigit(word.charAt(0));
        return new ScanToken(word, number, sentence, quoted, token.start(), token.end());
    }

    /** The spelling that the lexicon knows: {@code shootin} is shooting, {@code heelp} is help. */
    private String known(String norm) {
        if (norm.endsWith("in") && vocabulary.contains(norm + "g")) {
            return norm + "g";
        }
        if (vocabulary.contains(norm)) {
            return norm;
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
