// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.score;

/**
 * Counts of alerts.
 *
 * @param raised alerts that ever stood
 * @param right how many of them are right
 * @param expected alerts that ought to be raised
 * @param found how many of these were raised and are right
 * @param confirmed alerts that were ever confirmed
 * @param confirmedRight how many of them are right
 */
record AlertCounts(
        long raised, long right, long expected, long found, long confirmed, long confirmedRight) {

    static final AlertCounts NONE = new AlertCounts(0, 0, 0, 0, 0, 0);

    AlertCounts plus(AlertCounts more) {
        return new AlertCounts(
                raised + more.raised,
                right + more.right,
                expected + more.expected,
                found + more.found,
                confirmed + more.confirmed,
                confirmedRight + more.confirmedRight);
    }
}
