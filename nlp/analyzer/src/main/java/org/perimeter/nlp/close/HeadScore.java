// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.close;

/**
 * What one head says of a post.
 *
 * @param logOdds as trained; below 0 when more speaks against it than for it
 * @param probability the same calibrated, 0 to 1
 * @param finds whether the head's upper threshold is reached
 * @param doubt how far below its lower threshold it lies, in log odds; 0 or less where that is
 *     reached
 */
public record HeadScore(double logOdds, double probability, boolean finds, double doubt) {

    /** Whether it lies farther below its lower threshold than this, in log odds; 0 at the least. */
    boolean vetoes(double slack) {
        return doubt > slack;
    }
}
