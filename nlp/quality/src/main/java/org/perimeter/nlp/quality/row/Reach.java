// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.row;

/**
 * What a figure should reach.
 *
 * @param figure name of the figure
 * @param atLeast whether the value is the least, else the most, that is good enough
 * @param value the value to reach
 * @param published what others are known to reach, where no baseline runs beside; may be empty
 */
public record Reach(String figure, boolean atLeast, double value, String published) {

    /** The figure should be so much or more. */
    public static Reach atLeast(String figure, double value) {
        return new Reach(figure, true, value, "");
    }

    /** The figure should be so much or less. */
    public static Reach atMost(String figure, double value) {
        return new Reach(figure, false, value, "");
    }

    /** The same beside a published figure. */
    public Reach beside(String others) {
        return new Reach(figure, atLeast, value, others);
    }

    /** Whether a measured value is good enough; an undefined one never is. */
    public boolean isMetBy(double measured) {
        return atLeast ? measured >= value : measured <= value;
    }
}
