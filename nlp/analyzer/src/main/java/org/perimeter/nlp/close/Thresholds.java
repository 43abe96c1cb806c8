// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.close;

/**
 * From which log odds on a head says yes, and below which it says no; between the two it says
 * nothing.
 *
 * @param find at or above it the head finds
 * @param veto below it the head vetoes what others found
 */
public record Thresholds(double find, double veto) {

    public Thresholds {
        if (!(find >= veto)) {
            throw new IllegalArgumentException("veto " + veto + " lies above find " + find);
        }
    }
}
