// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.threat.lexicon;

import java.util.Arrays;

/**
 * A small set of places in rules: which rule, which of its steps must match next, the gap already
 * used before it, and the token where the match began, packed into one number each. Reused from
 * token to token, so that a run allocates next to nothing.
 */
final class Strands {

    private static final int GAP_BITS = 8;
    private static final int STEP_BITS = 8;
    private static final int FIRST_BITS = 24;

    private long[] packed = new long[32];
    private int size;

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    /** Adds a place unless it is there. */
    void add(int rule, int step, int gapUsed, int first) {
        long strand = rule;
        strand = (strand << FIRST_BITS) | first;
        strand = (strand << STEP_BITS) | step;
        strand = (strand << GAP_BITS) | gapUsed;
        for (int i = 0; i < size; i++) {
            if (packed[i] == strand) {
                return;
            }
        }
        if (size == packed.length) {
            packed = Arrays.copyOf(packed, size * 2);
        }
        packed[size++] = strand;
    }

    int rule(int i) {
        return (int) (packed[i] >>> (FIRST_BITS + STEP_BITS + GAP_BITS));
    }

    int first(int i) {
        return (int) (packed[i] >>> (STEP_BITS + GAP_BITS)) & ((1 << FIRST_BITS) - 1);
    }

    int step(int i) {
        return (int) (packed[i] >>> GAP_BITS) & ((1 << STEP_BITS) - 1);
    }

    int gapUsed(int i) {
        return (int) packed[i] & ((1 << GAP_BITS) - 1);
    }
}
