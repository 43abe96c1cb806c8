// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.access;

import org.perimeter.policy.controls.Control;
import org.perimeter.policy.json.CanonicalJson;
import org.perimeter.policy.model.decision.LedgerDraft;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Writes the console's audit events into the trail, numbered without gaps. Numbers are given one
 * after the other, but nobody waits for another's entry: what many record at the same time becomes
 * durable together. When the fate of one is unknown the numbering starts again under a new producer
 * name, so that no number ever stands for two events.
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
    public long record(AuditEvent event, String hash) {
        try {
            return recordOnce(event, hash);
        } catch (EntryOutOfOrderException e) {
            // One before it failed, so it is certainly not in the ledger: a new number will do.
            try {
                return recordOnce(event, hash);
            } catch (EntryOutOfOrderException again) {
                throw new AuditUnavailableException(again);
            }
        }
    }

    private long recordOnce(AuditEvent event, String hash) {
        String details = CanonicalJson.text(event.details());
        String name = "";
        boolean recorded = false;
        try {
            PendingEntry entry;
            synchronized (this) {
                name = producer;
                entry = trail.submit(draft(event, hash, details));
                sequence++;
            }
            long index = entry.await();
            recorded = true;
            return index;
        } finally {
            if (!recorded) {
                startAgain(name);
            }
        }
    }

    private LedgerDraft draft(AuditEvent event, String hash, String details) {
        return new LedgerDraft(
                producer,
                sequence + 1,
                event.type(),
                clock.instant(),
                event.ruleId(),
                hash,
                event.outcome(),
                event.actor(),
                details);
    }

    /** Of many that fail under one name only the first changes it. */
    private synchronized void startAgain(String failed) {
        if (producer.equals(failed)) {
            producer = newProducer();
            sequence = 0;
        }
    }

    private static String newProducer() {
        return "console-" + UUID.randomUUID();
    }
}
