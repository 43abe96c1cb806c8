// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.names;

import java.util.Arrays;

/**
 * Counts how often features occur, so that rare ones never reach the trainer, whose memory they
 * would fill. Keeps 64-bit keys in an open table that grows.
 */
final class FeatureCounts {

    private long[] keys = new long[1 << 20];
    private byte[] counts = new byte[1 << 20];
    private int used;

    /** Counts one occurrence. */
    void add(long key) {
        int slot = slot(keys, counts, key);
        if (counts[slot] == 0) {
            keys[slot] = key;
            used++;
        }
        if (counts[slot] < Byte.MAX_VALUE) {
            counts[slot]++;
        }
        if (used * 2 > keys.length) {
            grow();
        }
    }

    /** Occurrences, counted up to 127. */
    int of(long key) {
        return counts[slot(keys, counts, key)];
    }

    private void grow() {
        long[] oldKeys = keys;
        byte[] oldCounts = counts;
        keys = new long[2 * oldKeys.length];
        counts = new byte[keys.length];
        Arrays.fill(counts, (byte) 0);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCounts[i] != 0) {
                int slot = slot(keys, counts, oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
            }
        }
    }

    private static int slot(long[] keys, byte[] counts, long key) {
        int mask = keys.length - 1;
        int slot = (int) key & mask;
        while (counts[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
