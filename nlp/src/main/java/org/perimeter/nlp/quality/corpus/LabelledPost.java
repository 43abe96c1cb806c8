// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.corpus;

/**
 * A post with what the corpus says about it.
 *
 * @param text the post
 * @param label the corpus's own label
 * @param group what it belongs to: an event, a target, a template; empty when the corpus has none
 */
public record LabelledPost(String text, String label, String group) {}
