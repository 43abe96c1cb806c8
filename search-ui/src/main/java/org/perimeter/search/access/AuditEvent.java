// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.access;

import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.decision.Outcome;

import java.util.Map;

/**
 * Something that must be in the ledger.
 *
 * @param type what happened
 * @param ruleId the rule that decided
 * @param outcome what was decided
 * @param actor who did it
 * @param details what the entry commits to: strings, numbers, booleans, and lists and maps of
 *     those; ids and counts, never post text
 */
public record AuditEvent(
        LedgerEntryType type,
        String ruleId,
        Outcome outcome,
        String actor,
        Map<String, Object> details) {

    public AuditEvent {
        details = Map.copyOf(details);
    }
}
