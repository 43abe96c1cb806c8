// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.control;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.LedgerWatch;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.jobs.source.Poll;
import org.perimeter.jobs.source.Poller;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.SignedRulebook;
import org.perimeter.policy.model.incident.Incident;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the control documents every quarter of a second and tells what changed; every poll ends
 * with a tick of the clock, also when the store does not answer.
 */
final class ControlPoller implements Poller<ControlUpdate> {

    private static final Logger LOGGER = LoggerFactory.getLogger(ControlPoller.class);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int PAGE = 500;
    private static final int MOST_INCIDENTS = 5_000;

    /** A store shows writes a little late and not in order, so the last stretch is read again. */
    private static final Duration OVERLAP = Duration.ofSeconds(10);

    /** Every so many polls everything is read, for incidents that carry an old time of change. */
    private static final int FULL_EVERY = 8;

    private final Stores stores;
    private final InstantSource clock;
    private final ControlReading reading;
    private final VouchedIncidents vouched = new VouchedIncidents();
    private Instant since = Instant.EPOCH;
    private int polls;
    private @Nullable SignedRulebook rulebook;
    private @Nullable Instant ledgerDrainedAt;
    private @Nullable Instant retentionDoneAt;

    ControlPoller(Stores stores, ControlReading reading, InstantSource clock) {
        this.stores = stores;
        this.reading = reading;
        this.clock = clock;
    }

    @Override
    public Poll<ControlUpdate> poll() {
        List<ControlUpdate> updates = new ArrayList<>();
        try {
            read(updates);
        } catch (StoreException e) {
            // The heartbeat ages meanwhile, and the collection gate closes by itself.
            LOGGER.atWarn().addKeyValue("retryAfter", PAUSE).log("control documents not readable");
        }
        updates.add(ControlUpdate.tick(clock.instant(), ledgerDrainedAt, retentionDoneAt));
        return new Poll<>(updates, null, false, PAUSE);
    }

    /**
     * Reads everything once, for who begins now: also of incidents that nobody vouches for yet.
     *
     * @throws StoreException when the store does not answer
     */
    List<ControlUpdate> readAll() {
        List<ControlUpdate> updates = new ArrayList<>();
        read(updates);
        Instant now = clock.instant();
        vouched.withheld(now)
                .forEach(incident -> updates.add(ControlUpdate.incident(now, incident)));
        updates.add(ControlUpdate.tick(clock.instant(), ledgerDrainedAt, retentionDoneAt));
        return updates;
    }

    private void read(List<ControlUpdate> updates) {
        Optional<SignedRulebook> current = stores.rulebooks().current();
        if (current.isPresent() && !current.get().equals(rulebook)) {
            rulebook = current.get();
            updates.add(ControlUpdate.rulebook(clock.instant(), rulebook));
        }
        // The docket first: what is read after it may be newer, and is told in the next poll then.
        vouched.take(stores.incidents().docket().flatMap(reading::docket).orElse(null));
        if (polls++ % FULL_EVERY == 0) {
            vouched.see(stores.incidents().list(MOST_INCIDENTS));
        }
        readChanged();
        Instant now = clock.instant();
        vouched.news(now).forEach(incident -> updates.add(ControlUpdate.incident(now, incident)));
        ledgerDrainedAt = ledgerDrainedAt().orElse(null);
        retentionDoneAt = stores.retentionDiary().lastFinished().orElse(null);
    }

    /**
     * When the inbox was last empty, unless the job has held drafts back for longer than that. The
     * sequencer signs it with the docket; what the store alone says of it is not believed.
     */
    @Control("AUD-01")
    private Optional<Instant> ledgerDrainedAt() {
        Optional<Instant> held = stores.ledgerWatch().heldSince(LedgerWatch.JOBS);
        return stores.ledgerInbox()
                .lastDrained()
                .flatMap(drained -> Optional.ofNullable(earlier(drained, vouched.vouchedAt())))
                .map(drained -> held.filter(drained::isAfter).orElse(drained));
    }

    private static @Nullable Instant earlier(Instant drained, @Nullable Instant vouchedAt) {
        return vouchedAt == null || drained.isAfter(vouchedAt) ? vouchedAt : drained;
    }

    private void readChanged() {
        Instant after = since.isAfter(Instant.EPOCH.plus(OVERLAP)) ? since.minus(OVERLAP) : since;
        String afterId = "";
        List<Incident> page;
        do {
            page = stores.incidents().changedSince(after, afterId, PAGE);
            vouched.see(page);
            if (!page.isEmpty()) {
                Incident last = page.get(page.size() - 1);
                after = last.updatedAt();
                afterId = last.id();
                since = after.isAfter(since) ? after : since;
            }
        } while (page.size() == PAGE);
    }

    @Override
    public void close() {
        stores.close();
    }
}
