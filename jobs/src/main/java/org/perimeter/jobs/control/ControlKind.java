// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.control;

/** What a control update is about. */
public enum ControlKind {
    /** The wall clock, and when ledger and retention last did their work. */
    TICK,
    /** The current rulebook, unverified. */
    RULEBOOK,
    /** A new version of an incident. */
    INCIDENT,
    /** A platform says that an author's account is gone. */
    AUTHOR_DELETED
}
