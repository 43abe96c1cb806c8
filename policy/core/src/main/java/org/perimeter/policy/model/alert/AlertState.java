// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.alert;

/** The life of an alert. */
public enum AlertState {
    /** For the analyst alone: not what the incident is about, or its rule is suspended. */
    SUGGESTED,
    /** Enough independent voices say so. */
    RAISED,
    /** More of them do, and surer: corroborated. */
    CONFIRMED,
    /** Its support was deleted, edited away or denied, or the incident was cancelled. */
    RETRACTED,
    /** Its incident is over. */
    CLOSED;

    /** Whether it still stands. */
    public boolean stands() {
        return this == SUGGESTED || this == RAISED || this == CONFIRMED;
    }
}
