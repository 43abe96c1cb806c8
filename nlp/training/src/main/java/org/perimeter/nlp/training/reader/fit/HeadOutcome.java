// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.fit;

/**
 * What a head said of a post, and what is true.
 *
 * @param logOdds what it said
 * @param positive the truth
 */
public record HeadOutcome(double logOdds, boolean positive) {}
