// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.intake;

import org.perimeter.connectors.spi.source.FetchOutcome;
import org.perimeter.connectors.spi.source.IncidentSource;
import org.perimeter.connectors.spi.source.SourceCursor;
import org.perimeter.connectors.spi.store.DeadLetterStore;
import org.perimeter.connectors.spi.store.IncidentStore;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.jobs.ledger.Clerk;
import org.perimeter.jobs.ledger.Drafts;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.model.incident.Incident;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Polls one feed of incidents and writes what is new. A feed that fails, or brings nothing, never
 * closes an incident.
 */
public final class IncidentIntakeLoop implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(IncidentIntakeLoop.class);
    private static final String RULE = "COL-01";

    private final IncidentSource source;
    private final IncidentStore store;
    private final DeadLetterStore deadLetters;
    private final Clerk clerk;
    private final InstantSource clock;
    private SourceCursor cursor = SourceCursor.START;
    private Instant next = Instant.MIN;

    public IncidentIntakeLoop(
            IncidentSource source, Stores stores, Clerk clerk, InstantSource clock) {
        this.source = source;
        this.store = stores.incidents();
        this.deadLetters = stores.deadLetters();
        this.clerk = clerk;
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

    private void write(Incident incident) {
        Optional<Incident> before = store.find(incident.id());
        Incident stamped = stamp(incident, clock.instant());
        if (!store.put(stamped)) {
            return;
        }
        clerk.hand(
                Drafts.of(
                        type(before, stamped),
                        stamped.updatedAt(),
                        RULE,
                        "",
                        Outcome.COLLECT,
                        Map.ofEntries(
                                Map.entry("incident", stamped.id()),
                                Map.entry("case", stamped.caseNumber()),
                                Map.entry("status", stamped.status().name()),
                                Map.entry("version", stamped.version()))));
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

    /** Readers poll by the time of writing, so the feed's own time of change cannot stand there. */
    private static Incident stamp(Incident incident, Instant now) {
        return new Incident(
                incident.id(),
                incident.source(),
                incident.caseNumber(),
                incident.title(),
                incident.category(),
                incident.priority(),
                incident.status(),
                incident.fence(),
                incident.openedAt(),
                now,
                incident.expiresAt(),
                incident.closedAt(),
                incident.protectedPlace(),
                incident.protectedPlaceApproved(),
                incident.exercise(),
                incident.version());
    }

    @Override
    public void close() {
        source.close();
    }
}
