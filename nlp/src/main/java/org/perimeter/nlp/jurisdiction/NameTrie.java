// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.gazetteer.NameFlow;
import org.perimeter.nlp.triage.Token;
import org.perimeter.nlp.triage.TokenKind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names of a jurisdiction by their canonical words, walked token by token.
 *
 * @param <T> what a name stands for
 */
final class NameTrie<T> {

    private final NameWords words;
    private final Node<T> root = new Node<>();
    private final Map<String, Set<T>> squashed = new HashMap<>();

    NameTrie(NameWords words) {
        this.words = words;
    }

    private static final class Node<T> {
        private final Map<String, Node<T>> next = new HashMap<>();
        private final Set<T> here = new LinkedHashSet<>();
    }

    /**
     * A name found.
     *
     * @param last index of its last token
     * @param things what it stands for, in the order they were put
     */
    record Found<T>(int last, List<T> things) {}

    void put(List<String> name, T thing) {
        if (name.isEmpty()) {
            return;
        }
        Node<T> node = root;
        for (String word : name) {
            node = node.next.computeIfAbsent(word, w -> new Node<>());
        }
        node.here.add(thing);
        squashed.computeIfAbsent(String.join("", name), n -> new LinkedHashSet<>()).add(thing);
    }

    /** The longest name that begins at a token; a hashtag counts only as a whole. */
    @Nullable Found<T> longestFrom(List<Token> tokens, int from) {
        Token first = tokens.get(from);
        if (first.kind() == TokenKind.HASHTAG) {
            Set<T> things = squashed.get(first.norm());
            return things == null ? null : new Found<>(from, new ArrayList<>(things));
        }
        @Nullable Found<T> found = null;
        Node<T> node = root;
        int at = from;
        while (at >= 0 && tokens.get(at).wordLike()) {
            Node<T> next = node.next.get(words.canonical(tokens.get(at)));
            if (next == null) {
                return found;
            }
            node = next;
            if (!node.here.isEmpty()) {
                found = new Found<>(at, new ArrayList<>(node.here));
            }
            at = NameFlow.next(tokens, at);
        }
        return found;
    }
}
