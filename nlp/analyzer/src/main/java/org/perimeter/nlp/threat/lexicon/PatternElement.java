// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.threat.lexicon;

import java.util.Set;

/**
 * One step of a rule's pattern.
 *
 * @param words normalised words that match; empty means any number
 * @param optional whether the step may be left out
 * @param gap how many other tokens may stand before it
 */
record PatternElement(Set<String> words, boolean optional, int gap) {

    /** Among the words: any word or emoji for people. */
    static final String PEOPLE = "@people";

    PatternElement {
        words = Set.copyOf(words);
    }

    boolean matchesNumbers() {
        return words.isEmpty();
    }
}
