// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.classifier;

/** Mixes the hashes of words into hashes of features (the finaliser of MurmurHash3). */
final class FeatureHash {

    private static final int GOLDEN_RATIO = 0x9E3779B1;

    private FeatureHash() {}

    static int of(int x) {
        int h = x ^ (x >>> 16);
        h *= 0x85EBCA6B;
        h ^= h >>> 13;
        h *= 0xC2B2AE35;
        return h ^ (h >>> 16);
    }

    static int pair(int a, int b) {
        return of(a * GOLDEN_RATIO + b);
    }
}
