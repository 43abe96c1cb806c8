// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.access;

import org.perimeter.policy.controls.Control;
import org.perimeter.policy.json.CanonicalJson;
import org.perimeter.policy.model.decision.LedgerDraft;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Writes the console's audit events into the trail, one after the other, numbered without gaps.
 * When the fate of one is unknown the numbering starts again under a new producer name, so that no
 * number ever stands for two events.
 */
public final class AuditLog {

    private final AuditTrail trail;
    private final Clock clock;
    private final Supplier<String> rulebookHash;
    private String producer = newProducer();
    private long sequence;

    /**
     * @param trail where entries become durable
     * @param clock wall clock
     * @param rulebookHash hash of the rulebook in force; empty when there is none
     */
    public AuditLog(AuditTrail trail, Clock clock, Supplier<String> rulebookHash) {
        this.trail = trail;
        this.clock = clock;
        this.rulebookHash = rulebookHash;
    }

    /**
     * Records an event under the rulebook in force.
     *
     * @return its index in the ledger, durable
     * @throws AuditUnavailableException when the ledger cannot take it
     */
    @Control({"AUD-01", "AUD-02"})
    public long record(AuditEvent event) {
        return record(event, rulebookHash.get());
    }

    /** Records an event under a given rulebook; as {@link #record(AuditEvent)} otherwise. */
    @Control({"AUD-01", "AUD-02"})
    public synchronized long record(AuditEvent event, String hash) {
        LedgerDraft draft =
                new LedgerDraft(
                        producer,
                        sequence + 1,
                        event.type(),
                        clock.instant(),
                        event.ruleId(),
                        hash,
                        event.outcome(),
                        event.actor(),
                        CanonicalJson.text(event.details()));
        boolean recorded = false;
        try {
            long index = trail.record(draft);
            recorded = true;
            sequence++;
            return index;
        } finally {
            if (!recorded) {
                producer = newProducer();
                sequence = 0;
            }
        }
    }

    private static String newProducer() {
        return "console-" + UUID.randomUUID();
    }
}
