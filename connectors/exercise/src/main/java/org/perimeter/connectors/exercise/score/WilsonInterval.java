// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.score;

/**
 * The 95 % interval of a share (Wilson, 1927).
 *
 * @param low its lower end
 * @param high its upper end
 */
record WilsonInterval(double low, double high) {

    private static final double Z = 1.959964;

    /**
     * The interval of a share of independent observations.
     *
     * @param share of them that were hits, 0 to 1
     * @param count how many there are; above 0, not necessarily whole
     */
    static WilsonInterval of(double share, double count) {
        double spread = Z * Z / count;
        double middle = (share + spread / 2) / (1 + spread);
        double half =
                Z / (1 + spread) * Math.sqrt(share * (1 - share) / count + spread / (4 * count));
        return new WilsonInterval(Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
