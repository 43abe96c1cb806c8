// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.alert;

/** What an analyst made of an alert. */
public enum AlertVerdict {
    /** It helped, whatever came of it. */
    USEFUL,
    /** It told nothing that was of use. */
    NOT_USEFUL,
    /** What it said was not so. */
    FALSE
}
