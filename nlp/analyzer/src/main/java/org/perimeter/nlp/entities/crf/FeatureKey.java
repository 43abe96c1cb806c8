// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.entities.crf;

/**
 * Names features by 64-bit numbers instead of strings. Trainer and decoder make them by the same
 * code, so that a feature means the same to both.
 *
 * <p>FNV-1a over UTF-16 units, finished by the mixer of SplitMix64 (Steele, Lea and Flood 2014).
 */
public final class FeatureKey {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private FeatureKey() {}

    /** The number of a text; equal texts have equal numbers. */
    public static long of(CharSequence text) {
        return of(text, 0, text.length());
    }

    /** The number of a part of a text. */
    public static long of(CharSequence text, int start, int end) {
        long hash = FNV_OFFSET;
        for (int i = start; i < end; i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return mix(hash);
    }

    /** The feature that a template makes of one value. */
    public static long of(int template, long value) {
        return mix(template * GOLDEN + value);
    }

    /** The feature that a template makes of two values, in this order. */
    public static long of(int template, long first, long second) {
        return mix(mix(template * GOLDEN + first) * 31 + second + 1);
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
