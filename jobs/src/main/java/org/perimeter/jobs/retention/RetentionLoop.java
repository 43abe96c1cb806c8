// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.retention;

import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.jobs.control.ControlReading;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.ReasonCode;
import org.perimeter.policy.model.decision.SignedRulebook;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rulebook.RulebookCheck;
import org.perimeter.policy.rules.RetentionSchedule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for what must be gone and deletes it: whole days when their last day is over, whatever the
 * rulebook says by now; the posts of an incident when the hours after its end are over, with its
 * key; old alerts, dead letters and counts. A round that did all of it goes into the diary, and
 * collection stops when there was none for too long (control RET-02).
 */
public final class RetentionLoop {

    private static final Logger LOGGER = LoggerFactory.getLogger(RetentionLoop.class);
    private static final int MOST_INCIDENTS = 10_000;

    private final Stores stores;
    private final ControlReading rulebooks;
    private final Eraser eraser;
    private final Sweeper sweeper;
    private final InstantSource clock;
    private Optional<Rulebook> last = Optional.empty();

    public RetentionLoop(
            Stores stores,
            ControlReading rulebooks,
            Eraser eraser,
            Sweeper sweeper,
            InstantSource clock) {
        this.stores = stores;
        this.rulebooks = rulebooks;
        this.eraser = eraser;
        this.sweeper = sweeper;
        this.clock = clock;
    }

    /** One round; what fails now is due again in the next one. */
    @Control("RET-02")
    public void run() {
        try {
            Instant now = clock.instant();
            eraser.finishBegun();
            eraser.dropDueSlices(now);
            sweeper.dropOldCounts(now);
            Optional<Rulebook> rulebook = rulebook(now);
            if (rulebook.isPresent()) {
                eraseOverIncidents(rulebook.get(), now);
                sweeper.dropOldRecords(rulebook.get(), now);
            }
            stores.retentionDiary().finished(clock.instant());
            // Last: rewriting what is left may take long, and does not make retention late.
            eraser.expunge(now);
        } catch (StoreException e) {
            LOGGER.atWarn().addKeyValue("retryable", e.retryable()).log("retention round failed");
        } catch (RuntimeException e) {
            // An exception that got out would end the loop for good.
            LOGGER.atError()
                    .addKeyValue("reason", e.getClass().getSimpleName())
                    .log("retention round failed");
        }
    }

    /** The one in the store, or else the last that was valid: no deadline ends with its paper. */
    @Control("RET-02")
    private Optional<Rulebook> rulebook(Instant now) {
        Optional<Rulebook> current =
                stores.rulebooks()
                        .current()
                        .map(signed -> check(signed, now))
                        .filter(RulebookCheck.Valid.class::isInstance)
                        .map(check -> ((RulebookCheck.Valid) check).rulebook());
        if (current.isPresent()) {
            last = current;
        } else if (last.isPresent()) {
            LOGGER.atWarn()
                    .addKeyValue("rulebook", last.get().hash())
                    .log("no valid rulebook: retention goes on with the last one");
        }
        return last;
    }

    /** A lapsed rulebook ends collection, and not the deadlines that it set. */
    private RulebookCheck check(SignedRulebook signed, Instant now) {
        RulebookCheck check = rulebooks.read(signed, now);
        boolean lapsed =
                check instanceof RulebookCheck.Invalid invalid
                        && invalid.reason() == ReasonCode.RULEBOOK_EXPIRED;
        return lapsed ? rulebooks.read(signed, signed.activatedAt()) : check;
    }

    private void eraseOverIncidents(Rulebook rulebook, Instant now) {
        RetentionSchedule schedule = RetentionSchedule.of(rulebook);
        Set<String> held = stores.posts().heldIncidents();
        Set<String> unlisted = new HashSet<>(held);
        for (Incident incident : stores.incidents().list(MOST_INCIDENTS)) {
            unlisted.remove(incident.id());
            if (schedule.isDue(incident, now)) {
                eraser.eraseIncident(incident.id(), held, rulebook.hash());
            }
        }
        for (String id : unlisted) {
            if (stores.incidents().find(id).filter(over -> schedule.isDue(over, now)).isPresent()) {
                eraser.eraseIncident(id, held, rulebook.hash());
            }
        }
    }
}
