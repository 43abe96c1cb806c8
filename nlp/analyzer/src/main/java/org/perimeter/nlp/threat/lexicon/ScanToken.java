// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.threat.lexicon;

/**
 * A token as the rules see it: hashtags already cut into their words, punctuation gone.
 *
 * @param word normalised word, or the emoji itself
 * @param number whether it is a number
 * @param people whether it names people, of whatever group
 * @param sentence index of its sentence in the post
 * @param quoted whether it stands between quotation marks
 * @param start UTF-16 offset of what it was written as; the whole hashtag for each of its words
 * @param end UTF-16 offset after it
 */
public record ScanToken(
        String word,
        boolean number,
        boolean people,
        int sentence,
        boolean quoted,
        int start,
        int end) {}
