// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.classifier;

import java.util.Arrays;

/**
 * What a classifier sees of one text: hashes of word sequences and rules, each with the tokens it
 * stands for. Filled once, then read by any number of classifiers.
 */
public final class TextFeatures {

    /** Stands in place of a token for what is true of the whole text. */
    static final int NOWHERE = -1;

    private int[] hashes = new int[128];
    private int[] firsts = new int[128];
    private int[] lasts = new int[128];
    private int size;
    private int[] table = new int[512];

    void add(int hash, int first, int last) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
            firsts = Arrays.copyOf(firsts, size * 2);
            lasts = Arrays.copyOf(lasts, size * 2);
            regrow();
        }
        // One seen before is kept out: it would say nothing new.
        int slot = slotOf(hash);
        if (table[slot] == 0) {
            hashes[size] = hash;
            firsts[size] = first;
            lasts[size] = last;
            size++;
            table[slot] = size;
        }
    }

    /** Adds something that is true of the whole text and stands nowhere in it. */
    void add(int hash) {
        add(hash, NOWHERE, NOWHERE);
    }

    private int slotOf(int hash) {
        int slot = hash & (table.length - 1);
        while (table[slot] != 0 && hashes[table[slot] - 1] != hash) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private void regrow() {
        table = new int[hashes.length * 4];
        for (int i = 0; i < size; i++) {
            table[slotOf(hashes[i])] = i + 1;
        }
    }

    /** Number of different features. */
    public int size() {
        return size;
    }

    /** The hash of a feature. */
    public int hash(int feature) {
        return hashes[feature];
    }

    /** Whether a feature stands at certain tokens; else it is true of the whole text. */
    public boolean isLocal(int feature) {
        return firsts[feature] != NOWHERE;
    }

    /** Index of the first token that a local feature stands for. */
    public int first(int feature) {
        return firsts[feature];
    }

    /** Index of the last token that a local feature stands for. */
    public int last(int feature) {
        return lasts[feature];
    }
}
