// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.close;

/**
 * What one head says of a post.
 *
 * @param logOdds as trained; below 0 when more speaks against it than for it
 * @param probability the same calibrated, 0 to 1
 * @param finds whether the head's upper threshold is reached
 * @param vetoes whether its lower threshold is not
 */
public record HeadScore(double logOdds, double probability, boolean finds, boolean vetoes) {}
