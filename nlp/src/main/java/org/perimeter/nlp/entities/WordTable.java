// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.entities;

/**
 * Numbers by word, with hashes in the place of the words: twelve bytes a slot instead of a hundred
 * an entry. Two words with one hash would share a number; among a million words the chance of any
 * such pair is below one in ten million.
 */
public final class WordTable {

    private final long[] keys;
    private final int[] values;

    /** An empty table that takes up to the given number of words. */
    public WordTable(int words) {
        int capacity = Integer.highestOneBit(Math.max(1, words)) * 4;
        keys = new long[capacity];
        values = new int[capacity];
    }

    /** The number of a word; 0 when it has none. */
    public int get(String word) {
        return values[slot(FeatureKey.of(word))];
    }

    /** Gives a word a number other than 0. */
    public void put(String word, int value) {
        long key = FeatureKey.of(word);
        int slot = slot(key);
        keys[slot] = key;
        values[slot] = value;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) key & mask;
        while (values[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
