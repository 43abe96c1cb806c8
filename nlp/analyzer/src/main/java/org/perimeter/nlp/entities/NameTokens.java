// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.entities;

import org.perimeter.nlp.triage.Token;
import org.perimeter.nlp.triage.TokenKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Turns a post's tokens into those that names are sought among. */
public final class NameTokens {

    static final String HANDLE = "@user";
    static final String LINK = "http://link";

    private static final String NEGATION = "n't";
    private static final List<String> ENDINGS = List.of("'s", "'m", "'d", "'re", "'ve", "'ll");

    private NameTokens() {}

    /** The tokens in text order; line breaks only leave their mark on what follows. */
    public static List<NameToken> of(List<Token> tokens) {
        List<NameToken> result = new ArrayList<>(tokens.size() + 4);
        boolean afterBreak = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() == TokenKind.BREAK) {
                afterBreak = true;
            } else {
                add(token, i, afterBreak, result);
                afterBreak = false;
            }
        }
        return result;
    }

    private static void add(Token token, int source, boolean afterBreak, List<NameToken> into) {
        String text = token.surface();
        int cut = token.kind() == TokenKind.WORD ? endingAt(text) : text.length();
        int start = token.kind() == TokenKind.HASHTAG ? token.start() + 1 : token.start();
        if (cut == text.length()) {
            into.add(
                    new NameToken(
                            token.kind(), start, token.end(), masked(token), source, afterBreak));
            return;
        }
        // Counted from the end: the letters before it may have been wider than they are now.
        int middle = token.end() - (text.length() - cut);
        into.add(
                new NameToken(
                        token.kind(), start, middle, text.substring(0, cut), source, afterBreak));
        into.add(
                new NameToken(
                        TokenKind.PUNCTUATION,
                        middle,
                        token.end(),
                        text.substring(cut),
                        -1,
                        false));
    }

    private static String masked(Token token) {
        return switch (token.kind()) {
            case MENTION -> HANDLE;
            case URL -> LINK;
            default -> token.surface();
        };
    }

    /** Where a contracted or possessive ending begins; the length when there is none. */
    private static int endingAt(String word) {
        if (word.indexOf('\'') < 0) {
            return word.length();
        }
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.length() > NEGATION.length() && lower.endsWith(NEGATION)) {
            return word.length() - NEGATION.length();
        }
        for (String ending : ENDINGS) {
            if (lower.length() > ending.length() && lower.endsWith(ending)) {
                return word.length() - ending.length();
            }
        }
        return word.length();
    }
}
