// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.alert;

/**
 * What the world outside was told of an alert: its changes of state, and doublings of its support.
 *
 * @param now whether this version is to be told
 * @param times how often it was told, this time included
 * @param voices how many voices it had when it was last told
 */
public record AlertTelling(boolean now, long times, int voices) {

    /** Nothing yet. */
    public static final AlertTelling NONE = new AlertTelling(false, 0, 0);
}
