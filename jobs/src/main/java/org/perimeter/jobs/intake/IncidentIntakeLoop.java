// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.intake;

import org.perimeter.connectors.spi.source.FetchOutcome;
import org.perimeter.connectors.spi.source.IncidentSource;
import org.perimeter.connectors.spi.source.SourceCursor;
import org.perimeter.connectors.spi.store.DeadLetterStore;
import org.perimeter.connectors.spi.store.IncidentStore;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.jobs.ledger.Drafts;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.model.incident.Incident;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Polls one feed of incidents and writes what is new, each together with the draft of its ledger
 * entry. A feed that fails, or brings nothing, never closes an incident.
 */
public final class IncidentIntakeLoop implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(IncidentIntakeLoop.class);
    private static final String RULE = "COL-01";

    /** Much less than the time for which the inbox knows what it has passed on. */
    private static final Duration TOLD_AGAIN_WITHIN = Duration.ofDays(1);

    private static final int MOST_REMEMBERED = 10_000;

    private final IncidentSource source;
    private final IncidentStore store;
    private final DeadLetterStore deadLetters;
    private final InstantSource clock;
    private final Map<String, Long> safe = new HashMap<>();
    private SourceCursor cursor = SourceCursor.START;
    private Instant next = Instant.MIN;

    public IncidentIntakeLoop(IncidentSource source, Stores stores, InstantSource clock) {
        this.source = source;
        this.store = stores.incidents();
        this.deadLetters = stores.deadLetters();
        this.clock = clock;
    }

    /** One poll; what fails now is read again in the next one. */
    public void run() {
        if (clock.instant().isBefore(next)) {
            return;
        }
        try {
            read(source.fetch(cursor));
        } catch (StoreException e) {
            LOGGER.atWarn().addKeyValue("source", source.id()).log("incidents not written yet");
        } catch (RuntimeException e) {
            // A feed that breaks its promise not to throw must not end the loop of the others.
            LOGGER.atWarn()
                    .addKeyValue("source", source.id())
                    .addKeyValue("reason", e.getClass().getSimpleName())
                    .log("incident feed failed");
        }
    }

    private void read(FetchOutcome<Incident> outcome) {
        if (outcome instanceof FetchOutcome.Batch<Incident> batch) {
            for (Incident incident : batch.items()) {
                write(incident);
            }
            if (!batch.rejected().isEmpty()) {
                deadLetters.write(batch.rejected()).toCompletableFuture().join();
            }
            cursor = batch.next();
        } else if (outcome instanceof FetchOutcome.Throttled<Incident> throttled) {
            next = clock.instant().plus(throttled.retryAfter());
        } else if (outcome instanceof FetchOutcome.Failed<Incident> failed) {
            LOGGER.atWarn()
                    .addKeyValue("source", source.id())
                    .addKeyValue("reason", failed.reason())
                    .log("incident feed failed");
        }
    }

    /** Writes what is newer; what a run before this one wrote last is told of once more. */
    private void write(Incident incident) {
        if (safe.getOrDefault(incident.id(), Long.MIN_VALUE) == incident.version()) {
            return;
        }
        Instant now = clock.instant();
        Optional<Incident> before = store.find(incident.id());
        boolean settled =
                before.isPresent()
                        && before.get().version() >= incident.version()
                        && before.get().updatedAt().isBefore(now.minus(TOLD_AGAIN_WITHIN));
        if (!settled) {
            Incident stamped = incident.withUpdatedAt(now);
            store.put(stamped, draft(type(before, stamped), stamped));
        }
        if (safe.size() >= MOST_REMEMBERED) {
            safe.clear();
        }
        safe.put(incident.id(), incident.version());
    }

    private static LedgerDraft draft(LedgerEntryType type, Incident incident) {
        return Drafts.of(
                type,
                incident.updatedAt(),
                RULE,
                "",
                Outcome.COLLECT,
                Map.ofEntries(
                        Map.entry("incident", incident.id()),
                        Map.entry("case", incident.caseNumber()),
                        Map.entry("status", incident.status().name()),
                        Map.entry("version", Long.toString(incident.version()))));
    }

    private static LedgerEntryType type(Optional<Incident> before, Incident now) {
        return switch (now.status()) {
            case CLOSED, CANCELLED -> LedgerEntryType.INCIDENT_CLOSE;
            case PENDING -> LedgerEntryType.INCIDENT_UPDATE;
            case ACTIVE ->
                    before.isPresent() && before.get().status() == now.status()
                            ? LedgerEntryType.INCIDENT_UPDATE
                            : LedgerEntryType.INCIDENT_OPEN;
        };
    }

    @Override
    public void close() {
        source.close();
    }
}
