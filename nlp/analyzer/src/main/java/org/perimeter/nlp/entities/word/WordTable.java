// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.entities.word;

import org.perimeter.nlp.entities.crf.FeatureKey;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.stream.IntStream;

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
        put(FeatureKey.of(word), value);
    }

    private void put(long key, int value) {
        int slot = slot(key);
        keys[slot] = key;
        values[slot] = value;
    }

    /** Writes the table, in an order that does not depend on how it was filled. */
    public void write(DataOutputStream out) throws IOException {
        int[] slots =
                IntStream.range(0, keys.length)
                        .filter(slot -> values[slot] != 0)
                        .boxed()
                        .sorted((a, b) -> Long.compare(keys[a], keys[b]))
                        .mapToInt(slot -> slot)
                        .toArray();
        out.writeInt(slots.length);
        for (int slot : slots) {
            out.writeLong(keys[slot]);
        }
        for (int slot : slots) {
            out.writeInt(values[slot]);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static WordTable read(DataInputStream in) throws IOException {
        long[] keys = new long[in.readInt()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = in.readLong();
        }
        WordTable table = new WordTable(keys.length);
        for (long key : keys) {
            table.put(key, in.readInt());
        }
        return table;
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
