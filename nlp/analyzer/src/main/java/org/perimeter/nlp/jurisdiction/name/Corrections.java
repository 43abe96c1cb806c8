// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction.name;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Long words of local names with one letter wrong, missing, doubled or swapped. Every word is kept
 * under each form that lacks one letter (the symmetric delete method), so a look-up costs no more
 * than the length of the word.
 */
final class Corrections {

    private static final int SHORTEST = 6;

    private final Set<String> known = new HashSet<>();
    private final Map<String, Set<String>> lacking = new HashMap<>();

    void add(String word) {
        if (word.length() >= SHORTEST && known.add(word)) {
            for (int i = 1; i < word.length(); i++) {
                lacking.computeIfAbsent(without(word, i), w -> new HashSet<>()).add(word);
            }
        }
    }

    /** The one word that this is a slip of; null when it is right, or could be several. */
    @Nullable String of(String word) {
        if (word.length() < SHORTEST - 1 || known.contains(word)) {
            return null;
        }
        Set<String> candidates = new HashSet<>(lacking.getOrDefault(word, Set.of()));
        for (int i = 1; i < word.length(); i++) {
            String shorter = without(word, i);
            if (known.contains(shorter)) {
                candidates.add(shorter);
            }
            for (String candidate : lacking.getOrDefault(shorter, Set.of())) {
                if (isOneSlip(word, candidate)) {
                    candidates.add(candidate);
                }
            }
        }
        return candidates.size() == 1 ? candidates.iterator().next() : null;
    }

    /**
     * Of two words of one length that both lack a letter alike: one letter differs, or two swap.
     */
    private static boolean isOneSlip(String a, String b) {
        if (a.length() != b.length()) {
            return false;
        }
        int first = 0;
        while (first < a.length() && a.charAt(first) == b.charAt(first)) {
            first++;
        }
        int last = a.length() - 1;
        while (last > first && a.charAt(last) == b.charAt(last)) {
            last--;
        }
        boolean swapped =
                last == first + 1
                        && a.charAt(first) == b.charAt(last)
                        && a.charAt(last) == b.charAt(first);
        return last == first || swapped;
    }

    private static String without(String word, int i) {
        return word.substring(0, i) + word.substring(i + 1);
    }
}
