// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.corpus;

/**
 * A post with what the corpus says about it.
 *
 * @param text the post
 * @param label the corpus's own label
 * @param group what it belongs to: an event, a target; empty when the corpus has none
 * @param template what it was made from by filling in a word; empty when it was not
 */
public record LabelledPost(String text, String label, String group, String template) {

    /** A post that was not made from a template. */
    public LabelledPost(String text, String label, String group) {
        this(text, label, group, "");
    }
}
