// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.threat.lexicon;

/**
 * A word that was written so as to pass a filter.
 *
 * @param word what it means
 * @param last index of the last token that it is written with
 */
record DisguisedWord(String word, int last) {}
