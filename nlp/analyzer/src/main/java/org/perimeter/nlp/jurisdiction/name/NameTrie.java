// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction.name;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.gazetteer.NameFlow;
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
public final class NameTrie<T> {

    /** Shorter names could arise by chance when words are run together. */
    private static final int SHORTEST_JOINED = 10;

    private static final int SHORTEST_ONE_WORD = 8;
    private static final int MOST_JOINED = 4;

    private final Node<T> root = new Node<>();
    private final Map<String, Set<T>> squashed = new HashMap<>();
    private final Corrections corrections = new Corrections();

    private static final class Node<T> {
        private final Map<String, Node<T>> next = new HashMap<>();
        private final Set<T> here = new LinkedHashSet<>();
    }

    /**
     * A name found.
     *
     * @param last index of its last token
     * @param things what it stands for, in the order they were put
     * @param corrected whether a slip in it was corrected
     */
    public record Found<T>(int last, List<T> things, boolean corrected) {}

    public void put(List<String> name, T thing) {
        if (name.isEmpty()) {
            return;
        }
        Node<T> node = root;
        for (String word : name) {
            node = node.next.computeIfAbsent(word, w -> new Node<>());
            corrections.add(word);
        }
        node.here.add(thing);
        squashed.computeIfAbsent(String.join("", name), n -> new LinkedHashSet<>()).add(thing);
    }

    /** The longest name that begins at a token; a hashtag counts only as a whole. */
    public @Nullable Found<T> longestFrom(PostWords post, int from) {
        if (post.token(from).kind() == TokenKind.HASHTAG) {
            Set<T> things = squashed.get(post.norm(from));
            return things == null ? null : new Found<>(from, new ArrayList<>(things), false);
        }
        return walk(post, from, false);
    }

    /** The same for a name with one slip in one of its longer words. */
    public @Nullable Found<T> longestCorrectedFrom(PostWords post, int from) {
        return post.token(from).wordLike() ? walk(post, from, true) : null;
    }

    private @Nullable Found<T> walk(PostWords post, int from, boolean correct) {
        @Nullable Found<T> found = null;
        Node<T> node = root;
        boolean corrected = false;
        int at = from;
        while (at >= 0 && post.token(at).wordLike()) {
            Node<T> next = node.next.get(post.word(at));
            if (next == null && at > from && joins(post, at)) {
                at = NameFlow.next(post.tokens(), at);
                continue;
            }
            if (next == null && correct && !corrected) {
                String right = corrections.of(post.word(at));
                next = right == null ? null : node.next.get(right);
                corrected = true;
            }
            if (next == null) {
                return found;
            }
            node = next;
            if (!node.here.isEmpty()) {
                found = new Found<>(at, new ArrayList<>(node.here), corrected);
            }
            at = next(post, at);
        }
        return found;
    }

    /** The next word; an ampersand within a name is passed over. */
    private static int next(PostWords post, int at) {
        boolean ampersand =
                at + 2 < post.size()
                        && post.token(at + 1).surface().equals("&")
                        && post.token(at + 2).wordLike();
        return ampersand ? at + 2 : NameFlow.next(post.tokens(), at);
    }

    private static boolean joins(PostWords post, int at) {
        return NameWords.JOINING.contains(post.norm(at));
    }

    /** A name whose words the post joins or parts otherwise: {@code Greenlawn} for Green Lawn. */
    public @Nullable Found<T> joinedFrom(PostWords post, int from) {
        StringBuilder joined = new StringBuilder();
        Set<T> oneWord = squashed.get(post.word(from));
        @Nullable Found<T> found =
                oneWord != null && post.word(from).length() >= SHORTEST_ONE_WORD
                        ? new Found<>(from, new ArrayList<>(oneWord), false)
                        : null;
        for (int at = from; at < Math.min(post.size(), from + MOST_JOINED); at++) {
            if (!post.token(at).wordLike()) {
                break;
            }
            joined.append(post.word(at));
            Set<T> things = at > from ? squashed.get(joined.toString()) : null;
            if (things != null && joined.length() >= SHORTEST_JOINED) {
                found = new Found<>(at, new ArrayList<>(things), false);
            }
        }
        return found;
    }
}
