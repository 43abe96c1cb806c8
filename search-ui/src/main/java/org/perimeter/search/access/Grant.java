// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.access;

import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.decision.PolicyDecision;

import java.util.Map;

/** That the actor may do what was asked; the deed still has to be recorded before it shows. */
public final class Grant {

    private final AuditLog audit;
    private final String actor;
    private final PolicyDecision decision;

    Grant(AuditLog audit, String actor, PolicyDecision decision) {
        this.audit = audit;
        this.actor = actor;
        this.decision = decision;
    }

    /**
     * Records the deed.
     *
     * @return its index in the ledger, durable
     * @throws AuditUnavailableException when the ledger cannot take it; the deed must not happen
     */
    @Control({"AUD-01", "AUD-02"})
    public long record(LedgerEntryType type, Map<String, Object> details) {
        return audit.record(
                new AuditEvent(type, decision.ruleId(), decision.outcome(), actor, details));
    }
}
