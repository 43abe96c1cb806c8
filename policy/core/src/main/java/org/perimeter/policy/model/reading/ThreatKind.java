// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.reading;

/** What kind of threat language a post carries. */
public enum ThreatKind {
    /** Nothing, or figurative, fictional, sporting, quoted to condemn. */
    NONE,
    /** Says that violence or a hazard is happening or has happened. */
    REPORT,
    /** Somebody announces harm. */
    THREAT
}
