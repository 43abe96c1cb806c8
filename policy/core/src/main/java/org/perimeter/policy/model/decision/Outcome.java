// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.decision;

/** What a gate decides. */
public enum Outcome {
    /** May be analysed: an incident is live. */
    COLLECT,
    /** May wait in memory: no incident is live, but the rulebook allows the rewind. */
    STANDBY,
    /** May be stored as it is (pseudonymised). */
    ADMIT,
    /** May be stored with parts of its text replaced. */
    REDACT,
    /** Must be forgotten. */
    DROP,
    /** A person's request is granted. */
    ALLOW,
    /** A person's request is refused. */
    DENY
}
