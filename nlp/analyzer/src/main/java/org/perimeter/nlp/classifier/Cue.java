// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.classifier;

/**
 * Something that was already recognised in a text and counts as a feature of its own.
 *
 * @param name what it is, such as the id of a rule
 * @param first index of its first token; negative when it is true of the whole text
 * @param last index of its last token; negative when it is true of the whole text
 */
public record Cue(String name, int first, int last) {

    /** A measure of the whole text, in steps. */
    public static Cue ofWhole(String name, int step) {
        return new Cue(name + step, TextFeatures.NOWHERE, TextFeatures.NOWHERE);
    }
}
