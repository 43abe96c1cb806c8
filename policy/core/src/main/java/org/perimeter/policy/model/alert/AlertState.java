// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.alert;

/** The life of an alert. */
public enum AlertState {
    /** Enough independent authors reported it. */
    RAISED,
    /** More of them did: corroborated. */
    CONFIRMED,
    /** Its support was deleted or edited away, or the incident was cancelled. */
    RETRACTED,
    /** Its incident is over. */
    CLOSED
}
