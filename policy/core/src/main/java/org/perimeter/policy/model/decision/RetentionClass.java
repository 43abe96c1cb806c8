// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.decision;

/**
 * How long a stored item may live; the limits are rules of the rulebook (controls.md, section 3).
 */
public enum RetentionClass {
    /** Sensitive place or permitted assembly: 24 h. */
    R0,
    /** Admitted, raw: incident close + 72 h, at most 7 d. */
    R1,
    /** Alerted or annotated: 30 d. */
    R2
}
