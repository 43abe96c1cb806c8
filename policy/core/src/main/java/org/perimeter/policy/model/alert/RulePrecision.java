// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.alert;

/**
 * How many of a rule's alerts analysts found useful, with the interval of Wilson (1927) in which
 * the true share lies 95 times in 100.
 *
 * @param useful alerts found useful
 * @param disposed alerts that somebody disposed of
 */
public record RulePrecision(long useful, long disposed) {

    /** Nobody has disposed of any. */
    public static final RulePrecision UNKNOWN = new RulePrecision(0, 0);

    private static final double Z = 1.959964;

    /**
     * @throws IllegalArgumentException when more are useful than were disposed of
     */
    public RulePrecision {
        if (useful < 0 || useful > disposed) {
            throw new IllegalArgumentException("0 <= useful <= disposed");
        }
    }

    /** Both together. */
    public RulePrecision plus(RulePrecision other) {
        return new RulePrecision(useful + other.useful, disposed + other.disposed);
    }

    /** The lower end; 0 when nothing is known. */
    public double low() {
        return disposed == 0 ? 0 : Math.max(0, middle() - half());
    }

    /** The upper end; 1 when nothing is known. */
    public double high() {
        return disposed == 0 ? 1 : Math.min(1, middle() + half());
    }

    /** Whether the share lies below this floor, surely. */
    public boolean isSurelyBelow(double floor) {
        return high() < floor;
    }

    private double middle() {
        return (share() + Z * Z / (2 * disposed)) / (1 + Z * Z / disposed);
    }

    private double half() {
        double spread = share() * (1 - share()) / disposed + Z * Z / (4.0 * disposed * disposed);
        return Z * Math.sqrt(spread) / (1 + Z * Z / disposed);
    }

    private double share() {
        return (double) useful / disposed;
    }
}
