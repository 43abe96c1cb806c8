// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.alert;

import java.util.Locale;

/**
 * A 64-bit similarity hash of a text (Charikar, 2002): near-identical texts differ in few bits,
 * unrelated ones in about half. Letters and digits count, case and punctuation do not.
 */
public final class TextFingerprint {

    private static final int GRAM = 4;
    private static final int BITS = 64;
    private static final int NEAR_BITS = 8;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private TextFingerprint() {}

    /** The fingerprint of a text. */
    public static long of(String text) {
        int[] letters =
                text.toLowerCase(Locale.ROOT)
                        .codePoints()
                        .filter(Character::isLetterOrDigit)
                        .toArray();
        int[] votes = new int[BITS];
        int grams = Math.max(1, letters.length - GRAM + 1);
        for (int start = 0; start < grams; start++) {
            long hash = hash(letters, start, Math.min(letters.length, start + GRAM));
            for (int bit = 0; bit < BITS; bit++) {
                votes[bit] += (hash >>> bit & 1) == 1 ? 1 : -1;
            }
        }
        long fingerprint = 0;
        for (int bit = 0; bit < BITS; bit++) {
            if (votes[bit] > 0) {
                fingerprint |= 1L << bit;
            }
        }
        return fingerprint;
    }

    /** Whether two texts with these fingerprints are copies of each other, give or take a word. */
    public static boolean isNear(long one, long other) {
        return Long.bitCount(one ^ other) <= NEAR_BITS;
    }

    private static long hash(int[] letters, int start, int end) {
        long hash = FNV_OFFSET;
        for (int i = start; i < end; i++) {
            hash = (hash ^ letters[i]) * FNV_PRIME;
        }
        // FNV mixes its low bits too little for a vote per bit (finaliser of SplitMix64).
        hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
        return hash ^ hash >>> 31;
    }
}
