// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.triage;

import org.perimeter.nlp.resource.LineResource;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides whether CoreNLP's model can matter for a post. It costs more than all else here together,
 * and finds next to nothing in a post without a name-like word or the name of a place.
 */
public final class Triage {

    private static final String STARTERS = "/org/perimeter/nlp/triage/sentence-starters.txt";

    private final Set<String> starters;

    private Triage(Set<String> starters) {
        this.starters = starters;
    }

    /** Loads the words that begin sentences without being names. */
    public static Triage load() {
        Set<String> starters = new HashSet<>();
        for (String line : LineResource.read(STARTERS)) {
            for (String word : line.split(" ", -1)) {
                starters.add(Normalizer.norm(word));
            }
        }
        return new Triage(starters);
    }

    /**
     * Whether the model should run.
     *
     * @param tokens the post
     * @param otherSignal whether gazetteer or lexicon already found something
     */
    public boolean needsEntities(List<Token> tokens, boolean otherSignal) {
        return otherSignal || hasNameLikeWord(tokens);
    }

    /** A capitalised word, unless it only begins a sentence or says I. */
    private boolean hasNameLikeWord(List<Token> tokens) {
        boolean sentenceStart = true;
        for (Token token : tokens) {
            if (token.endsSentence()) {
                sentenceStart = true;
            } else if (token.kind() == TokenKind.WORD) {
                if (token.capitalized()
                        && !(sentenceStart && starters.contains(token.norm()))
                        && !pronoun(token)) {
                    return true;
                }
                sentenceStart = false;
            }
        }
        return false;
    }

    private static boolean pronoun(Token token) {
        return token.norm().equals("i") || token.surface().startsWith("I'");
    }
}
