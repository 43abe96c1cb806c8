// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.entities.crf;

/**
 * The hash of a text as a polynomial over its UTF-16 units, modulo 2^64, together with what it
 * takes to put texts together: the hash of two texts joined follows from the hashes of both.
 *
 * @param hash the polynomial's value
 * @param power the base to the power of the text's length
 */
public record TextHash(long hash, long power) {

    private static final long BASE = 0x9E3779B97F4A7C15L;

    /** Of a text. */
    public static TextHash of(CharSequence text) {
        return of(text, 0, text.length());
    }

    /** Of a part of a text. */
    public static TextHash of(CharSequence text, int start, int end) {
        long hash = 0;
        long power = 1;
        for (int i = start; i < end; i++) {
            hash = hash * BASE + text.charAt(i) + 1;
            power *= BASE;
        }
        return new TextHash(hash, power);
    }

    /** Of this text with another behind it. */
    public TextHash then(TextHash next) {
        return new TextHash(hash * next.power + next.hash, power * next.power);
    }

    /** A feature key: the hash with its bits well mixed. */
    public long key() {
        return FeatureKey.of(0, hash);
    }
}
