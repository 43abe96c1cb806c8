// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.language;

import org.perimeter.nlp.triage.Token;
import org.perimeter.nlp.triage.TokenKind;

import java.util.List;

/** The words of a post without handles, links, tags and numbers, which have no language. */
final class Prose {

    private static final int ENOUGH = 400;

    private Prose() {}

    static String of(List<Token> tokens) {
        StringBuilder prose = new StringBuilder();
        for (Token token : tokens) {
            if (token.kind() == TokenKind.WORD && prose.length() < ENOUGH) {
                prose.append(prose.length() == 0 ? "" : " ").append(token.surface());
            }
        }
        return prose.toString();
    }
}
