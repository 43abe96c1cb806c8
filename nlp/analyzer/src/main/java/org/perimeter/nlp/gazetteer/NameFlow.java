// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.gazetteer;

import org.perimeter.nlp.triage.Token;
import org.perimeter.nlp.triage.TokenKind;

import java.util.List;
import java.util.Set;

/** How the words of one name may follow each other in a text. */
public final class NameFlow {

    private static final Set<String> ABBREVIATED =
            Set.of("us", "st", "ste", "ft", "mt", "dr", "n", "s", "e", "w", "ave", "blvd", "rd");

    private NameFlow() {}

    /**
     * Index of the next word of the name that {@code at} belongs to: the next token, or the one
     * after a joining hyphen or the point of an abbreviation; -1 when the name cannot go on.
     */
    public static int next(List<Token> tokens, int at) {
        int next = at + 1;
        if (next >= tokens.size()) {
            return -1;
        }
        Token token = tokens.get(next);
        if (token.wordLike()) {
            return next;
        }
        boolean joins =
                token.kind() == TokenKind.PUNCTUATION
                        && token.start() == tokens.get(at).end()
                        && (hyphen(token, tokens, next) || point(token, tokens.get(at)));
        return joins && next + 1 < tokens.size() && tokens.get(next + 1).wordLike() ? next + 1 : -1;
    }

    private static boolean hyphen(Token token, List<Token> tokens, int at) {
        return token.surface().equals("-")
                && at + 1 < tokens.size()
                && tokens.get(at + 1).start() == token.end();
    }

    private static boolean point(Token token, Token before) {
        return token.surface().equals(".") && ABBREVIATED.contains(before.norm());
    }
}
