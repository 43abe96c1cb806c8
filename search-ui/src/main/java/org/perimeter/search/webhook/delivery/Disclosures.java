// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook.delivery;

import org.perimeter.connectors.spi.store.AlertNotice;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.search.access.AuditEvent;
import org.perimeter.search.access.AuditLog;
import org.perimeter.search.webhook.endpoint.Endpoint;
import org.perimeter.search.webhook.message.EventType;
import org.perimeter.search.webhook.message.Messages;

import java.util.Map;
import java.util.TreeMap;

/** Tells the ledger what leaves the house, to whom, and what became of it. */
public final class Disclosures {

    private static final String ACTOR = "webhooks";

    private final AuditLog audit;

    public Disclosures(AuditLog audit) {
        this.audit = audit;
    }

    /**
     * Before a notice is sent for the first time.
     *
     * @throws org.perimeter.search.access.AuditUnavailableException when the ledger cannot take it;
     *     the notice must then not be sent (control AUD-01)
     */
    @Control({"AUD-01", "AUD-02"})
    void sending(Endpoint endpoint, AlertNotice notice) {
        record("SENDING", endpoint, notice, Map.of());
    }

    /** When a notice is settled: {@code DELIVERED} or {@code GIVEN_UP}. */
    void settled(String step, Endpoint endpoint, AlertNotice notice, int attempts, String result) {
        record(step, endpoint, notice, Map.of("attempts", attempts, "result", result));
    }

    /** When nothing is delivered any more. */
    void disabled(Endpoint endpoint, AlertNotice notice, String reason, String result) {
        record("DISABLED", endpoint, notice, Map.of("reason", reason, "result", result));
    }

    private void record(
            String step, Endpoint endpoint, AlertNotice notice, Map<String, Object> more) {
        Map<String, Object> details = new TreeMap<>(more);
        details.put("step", step);
        details.put("endpoint", endpoint.id());
        details.put("recipient", endpoint.origin());
        details.put("webhookId", Messages.webhookId(notice.id()));
        details.put("event", EventType.of(notice).word());
        details.put("alert", notice.alertId());
        details.put("incident", notice.incidentId());
        details.put("sequence", notice.sequence());
        audit.record(
                new AuditEvent(
                        LedgerEntryType.WEBHOOK, notice.ruleId(), Outcome.ALLOW, ACTOR, details));
    }
}
