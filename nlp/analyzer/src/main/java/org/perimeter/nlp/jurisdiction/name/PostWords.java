// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction.name;

import org.perimeter.nlp.triage.Token;

import java.util.Arrays;
import java.util.List;

/** A post's tokens with their canonical words, computed once for all searches of one layer. */
public final class PostWords {

    private final List<Token> tokens;
    private final String[] canonical;
    private final NameWords words;

    public PostWords(List<Token> tokens, NameWords words) {
        this.tokens = tokens;
        this.words = words;
        this.canonical = new String[tokens.size()];
        for (int i = 0; i < canonical.length; i++) {
            canonical[i] = SpokenNumbers.ordinal(tokens, i, words.canonical(tokens.get(i)));
        }
    }

    List<Token> tokens() {
        return tokens;
    }

    public int size() {
        return canonical.length;
    }

    public Token token(int i) {
        return tokens.get(i);
    }

    /** The canonical word of a token; empty where there is no such token. */
    public String word(int i) {
        return i < 0 || i >= canonical.length ? "" : canonical[i];
    }

    /** The normalised form of a token as it stands; empty where there is no such token. */
    public String norm(int i) {
        return i < 0 || i >= canonical.length ? "" : tokens.get(i).norm();
    }

    public List<String> words(int first, int last) {
        return List.of(Arrays.copyOfRange(canonical, first, last + 1));
    }

    /** Whether a token begins like a name or a number. */
    public boolean nameLike(int i) {
        Token token = tokens.get(i);
        return token.capitalized()
                || (!token.surface().isEmpty() && Character.isDigit(token.surface().charAt(0)));
    }

    public boolean isSuffix(int i) {
        return words.isSuffix(word(i));
    }

    public boolean isDirection(int i) {
        return words.isDirection(word(i));
    }
}
