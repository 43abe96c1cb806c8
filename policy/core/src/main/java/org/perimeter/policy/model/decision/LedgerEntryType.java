// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.decision;

/** What an audit entry is about (controls.md, section 4). */
public enum LedgerEntryType {
    RULEBOOK_ACTIVATE,
    RULEBOOK_EXPIRE,
    INCIDENT_OPEN,
    INCIDENT_UPDATE,
    INCIDENT_CLOSE,
    COLLECT_BATCH,
    ITEM_EDIT,
    SEARCH,
    VIEW,
    ALERT,
    ALERT_VIEW,
    EXPORT,
    WEBHOOK,
    DELETE,
    KEY_DESTROY,
    SOURCE_ENABLE,
    SOURCE_BLOCK,
    REPORT,
    LOG_READ,
    LOG_FAIL,
    DENY,
    /** A process of ours was away; what was posted meanwhile may have been missed. */
    OUTAGE
}
