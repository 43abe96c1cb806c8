// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.entities.word;

/**
 * What is known of words in lower case beyond their letters: which words they are used like, and
 * whether people are called so. Read-only; safe to share.
 */
public interface WordClasses {

    /** Names of men. */
    int MALE = 1;

    /** Names of women. */
    int FEMALE = 2;

    /** Names of families. */
    int FAMILY = 4;

    /**
     * The path to the word in a binary tree of words used alike on social media: its bits after a
     * leading one; 0 when unknown.
     */
    int socialPath(String lower);

    /** The class of words used alike in news, 1 or more; 0 when unknown. */
    int newsClass(String lower);

    /** {@link #MALE}, {@link #FEMALE} and {@link #FAMILY}, added up. */
    int names(String lower);
}
