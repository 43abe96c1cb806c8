// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.intake;

import org.perimeter.connectors.spi.source.FetchOutcome;
import org.perimeter.connectors.spi.source.IncidentSource;
import org.perimeter.connectors.spi.source.SourceCursor;
import org.perimeter.connectors.spi.store.DeadLetterStore;
import org.perimeter.connectors.spi.store.IncidentStore;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.policy.ledger.docket.IncidentPayload;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentStatement;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rules.life.IncidentCommand;
import org.perimeter.policy.rules.life.IncidentRules;
import org.perimeter.policy.rules.life.IncidentStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Polls one feed of incidents, asks {@link IncidentRules} what becomes of each statement and writes
 * what changes, together with the draft of its ledger entry. A feed that fails, or brings nothing,
 * never closes an incident.
 */
public final class IncidentIntakeLoop implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(IncidentIntakeLoop.class);

    /** Much less than the time for which the inbox knows what it has passed on. */
    private static final Duration TOLD_AGAIN_WITHIN = Duration.ofDays(1);

    private static final int MOST_REMEMBERED = 10_000;

    private final IncidentSource source;
    private final IncidentStore store;
    private final DeadLetterStore deadLetters;
    private final Supplier<Optional<Rulebook>> rulebook;
    private final IncidentDrafts drafts;
    private final InstantSource clock;
    private final Map<String, Long> safe = new HashMap<>();
    private SourceCursor cursor = SourceCursor.START;
    private Instant next = Instant.MIN;
    private boolean resumed;

    /**
     * @param rulebook the one in force now; without one no statement is read
     * @param payload says of an incident what its receipt needs
     * @param clock the wall clock
     */
    public IncidentIntakeLoop(
            IncidentSource source,
            Stores stores,
            Supplier<Optional<Rulebook>> rulebook,
            IncidentPayload payload,
            InstantSource clock) {
        this.source = source;
        this.rulebook = rulebook;
        this.store = stores.incidents();
        this.deadLetters = stores.deadLetters();
        this.drafts = new IncidentDrafts(payload);
        this.clock = clock;
    }

    /** One poll; what fails now is read again in the next one. */
    public void run() {
        if (clock.instant().isBefore(next)) {
            return;
        }
        try {
            resume();
            Optional<Rulebook> rules = rulebook.get();
            if (rules.isPresent()) {
                read(source.fetch(cursor), rules.get());
            }
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

    private void read(FetchOutcome<IncidentStatement> outcome, Rulebook rules) {
        if (outcome instanceof FetchOutcome.Batch<IncidentStatement> batch) {
            for (IncidentStatement statement : batch.items()) {
                state(statement, rules);
            }
            if (!batch.rejected().isEmpty()) {
                deadLetters.write(batch.rejected()).toCompletableFuture().join();
            }
            cursor = batch.next();
        } else if (outcome instanceof FetchOutcome.Throttled<IncidentStatement> throttled) {
            next = clock.instant().plus(throttled.retryAfter());
        } else if (outcome instanceof FetchOutcome.Failed<IncidentStatement> failed) {
            LOGGER.atWarn()
                    .addKeyValue("source", source.id())
                    .addKeyValue("reason", failed.reason())
                    .log("incident feed failed");
        }
    }

    private void state(IncidentStatement statement, Rulebook rules) {
        Incident before = store.find(statement.id()).orElse(null);
        IncidentCommand command = new IncidentCommand.State(statement);
        IncidentStep step = IncidentRules.next(before, command, rules, clock.instant());
        if (step instanceof IncidentStep.Changed changed) {
            Incident after = changed.incident();
            store.put(after, drafts.of(changed, rules));
            remember(after);
        } else if (step instanceof IncidentStep.Unchanged unchanged) {
            tellAgain(unchanged.incident(), rules);
        } else if (step instanceof IncidentStep.Refused refused) {
            refuse(statement, refused);
        }
    }

    /** What a run before this one wrote last of a statement is told of once more. */
    private void tellAgain(Incident stored, Rulebook rules) {
        if (safe.getOrDefault(stored.id(), Long.MIN_VALUE) == stored.version()) {
            return;
        }
        boolean settled = stored.updatedAt().isBefore(clock.instant().minus(TOLD_AGAIN_WITHIN));
        if (!settled && stored.life().stated()) {
            store.put(stored, drafts.again(stored, rules));
        }
        remember(stored);
    }

    private void remember(Incident incident) {
        if (safe.size() >= MOST_REMEMBERED) {
            safe.clear();
        }
        safe.put(incident.id(), incident.version());
    }

    private void refuse(IncidentStatement statement, IncidentStep.Refused refused) {
        LOGGER.atWarn()
                .addKeyValue("source", source.id())
                .addKeyValue("incident", statement.id())
                .addKeyValue("policyRule", refused.ruleId())
                .addKeyValue("problem", refused.message())
                .log("incident refused");
        deadLetters
                .write(List.of(IncidentDrafts.letter(statement, refused, clock.instant())))
                .toCompletableFuture()
                .join();
    }

    /** A feed knows again what it had said before this process began. */
    private void resume() {
        if (!resumed) {
            source.resume(
                    store.list(MOST_REMEMBERED).stream()
                            .filter(incident -> incident.source().equals(source.id()))
                            .filter(IncidentIntakeLoop::isOpen)
                            .toList());
            resumed = true;
        }
    }

    private static boolean isOpen(Incident incident) {
        return incident.status() == IncidentStatus.ACTIVE
                || incident.status() == IncidentStatus.PENDING;
    }

    @Override
    public void close() {
        source.close();
    }
}
