// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.decision;

/** What an audit entry is about (controls.md, section 4). */
public enum LedgerEntryType {
    RULEBOOK_ACTIVATE,
    INCIDENT_OPEN,
    INCIDENT_UPDATE,
    INCIDENT_CLOSE,
    COLLECT_BATCH,
    SEARCH,
    VIEW,
    ALERT,
    ALERT_VIEW,
    ALERT_DISPOSE,
    WEBHOOK,
    DELETE,
    KEY_DESTROY,
    REPORT,
    DENY,
    /** A process of ours was away; what was posted meanwhile may have been missed. */
    OUTAGE,
    /** Something is about to be deleted; the entry of the deed names the same erasure. */
    INTENT,
    /** Somebody read incidents or dead letters. */
    READ,
    /** Somebody came in, under the name that their identity provider gives them. */
    SIGN_IN,
    /** A person or their identity provider ended a session. */
    SIGN_OUT
}
