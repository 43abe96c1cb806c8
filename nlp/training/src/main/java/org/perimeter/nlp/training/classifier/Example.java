// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.classifier;

/**
 * One labelled text.
 *
 * @param source which corpus or event it is from
 * @param text the text
 * @param positive whether it is of the class
 * @param weight how much it counts, 1 as a rule
 */
record Example(String source, String text, boolean positive, double weight) {}
