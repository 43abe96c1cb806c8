// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.corenlp;

/**
 * A token with the label that a classifier gave it.
 *
 * @param start UTF-16 offset of its first character
 * @param end UTF-16 offset after its last character
 * @param label the classifier's own label, {@code O} for none
 */
public record LabelledToken(int start, int end, String label) {}
