// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.triage;

import java.util.List;

/**
 * Decides whether the entity recogniser can matter for a post. It costs twenty times as much as all
 * else here together; a post without a name-like word, a place name or threat language gains
 * nothing from it.
 */
public final class Triage {

    private Triage() {}

    /**
     * Whether the recogniser should run.
     *
     * @param tokens the post
     * @param otherSignal whether gazetteer or lexicon already found something
     */
    public static boolean needsEntities(List<Token> tokens, boolean otherSignal) {
        return otherSignal || hasNameLikeWord(tokens);
    }

    /** A capitalised word inside a sentence, {@code I} aside. */
    private static boolean hasNameLikeWord(List<Token> tokens) {
        boolean sentenceStart = true;
        for (Token token : tokens) {
            if (token.endsSentence()) {
                sentenceStart = true;
            } else if (token.kind() == TokenKind.WORD) {
                boolean pronoun = token.norm().equals("i") || token.surface().startsWith("I'");
                if (token.capitalized() && !sentenceStart && !pronoun) {
                    return true;
                }
                sentenceStart = false;
            }
        }
        return false;
    }
}
