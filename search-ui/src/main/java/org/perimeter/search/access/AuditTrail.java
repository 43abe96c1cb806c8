// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.access;

import org.perimeter.policy.model.decision.LedgerDraft;

/** Where the console's own audit events go: into the ledger, before anything else happens. */
@FunctionalInterface
public interface AuditTrail {

    /**
     * Hands an event in, without waiting. Events of one producer must come in the order of their
     * numbers.
     *
     * @throws AuditUnavailableException when the ledger takes nothing now
     */
    PendingEntry submit(LedgerDraft draft);

    /**
     * Appends an event; when this returns, the entry is durable.
     *
     * @return its index in the ledger, from 0
     * @throws AuditUnavailableException when the ledger cannot take it; what it would have recorded
     *     must then not happen
     */
    default long record(LedgerDraft draft) {
        return submit(draft).await();
    }
}
