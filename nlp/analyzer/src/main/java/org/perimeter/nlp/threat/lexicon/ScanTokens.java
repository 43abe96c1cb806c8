// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.threat.lexicon;

import org.perimeter.nlp.classifier.MaskedWords;
import org.perimeter.nlp.triage.Token;
import org.perimeter.nlp.triage.TokenKind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Turns a post's tokens into what the rules see. */
final class ScanTokens {

    private final Set<String> vocabulary;
    private final HashtagSplitter hashtags;

    private final Disguise disguise;
    private final MaskedWords people;

    /** The words of the vocabulary with double letters by how they are written with single ones. */
    private final Map<String, String> drawnOut = new HashMap<>();

    ScanTokens(
            Set<String> vocabulary,
            HashtagSplitter hashtags,
            Disguise disguise,
            MaskedWords people) {
        this.vocabulary = vocabulary;
        this.hashtags = hashtags;
        this.disguise = disguise;
        this.people = people;
        for (String word : new TreeSet<>(vocabulary)) {
            if (hasDoubleLetter(word)) {
                drawnOut.putIfAbsent(singleLetters(word), word);
            }
        }
    }

    List<ScanToken> of(List<Token> tokens) {
        List<ScanToken> seen = new ArrayList<>(tokens.size());
        int sentence = 0;
        boolean quoted = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            DisguisedWord hidden = disguise.at(tokens, i);
            if (hidden != null) {
                Token last = tokens.get(hidden.last());
                seen.add(
                        new ScanToken(
                                hidden.word(),
                                false,
                                false,
                                sentence,
                                quoted,
                                token.start(),
                                last.end()));
                i = hidden.last();
            } else if (token.endsSentence()) {
                sentence++;
                // A quotation that was never closed ends with its line.
                quoted &= token.kind() != TokenKind.BREAK;
            } else if (token.kind() == TokenKind.HASHTAG) {
                for (String word : hashtags.split(token.surface(), token.norm())) {
                    seen.add(scan(word, token, sentence, quoted));
                }
            } else if (token.kind() == TokenKind.EMOJI) {
                seen.add(scan(Emoji.plain(token.surface()), token, sentence, quoted));
            } else if (token.wordLike() && !token.norm().isEmpty()) {
                seen.add(scan(known(token), token, sentence, quoted));
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

    private ScanToken scan(String word, Token token, int sentence, boolean quoted) {
        boolean number = !word.isEmpty() && Character.isDigit(word.charAt(0));
        return new ScanToken(
                word,
                number,
                people.namesPeople(word),
                sentence,
                quoted,
                token.start(),
                token.end());
    }

    /** The spelling that the lexicon knows: {@code shootin} is shooting, {@code heelp} is help. */
    private String known(Token token) {
        String norm = token.norm();
        if (norm.endsWith("in") && vocabulary.contains(norm + "g")) {
            return norm + "g";
        }
        if (vocabulary.contains(norm)) {
            return norm;
        }
        if (!hasDoubleLetter(norm)) {
            return norm;
        }
        String single = singleLetters(norm);
        if (vocabulary.contains(single)) {
            return single;
        }
        return norm.length() < token.surface().length()
                ? drawnOut.getOrDefault(single, norm)
                : norm;
    }

    private static boolean hasDoubleLetter(String norm) {
        for (int i = 1; i < norm.length(); i++) {
            if (norm.charAt(i) == norm.charAt(i - 1)) {
                return true;
            }
        }
        return false;
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
