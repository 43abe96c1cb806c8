// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.access;

/** What a person is here for. No role sees content by administering the system (ACC-04). */
public enum Role {
    /** Searches posts near an incident and disposes of alerts. */
    ANALYST,
    /** Opens, renews and closes incidents. */
    SUPERVISOR,
    /** Reads policy, reports and the ledger; never posts. */
    BOARD,
    /** Keeps the audit log; has no search role. */
    AUDITOR,
    /** Runs the machines; sees states and dead letters, never posts. */
    ADMINISTRATOR
}
