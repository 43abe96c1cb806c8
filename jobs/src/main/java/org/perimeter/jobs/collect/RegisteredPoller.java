// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.collect;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.jobs.control.ControlReading;
import org.perimeter.jobs.source.Fetched;
import org.perimeter.jobs.source.Poll;
import org.perimeter.jobs.source.Poller;
import org.perimeter.jobs.source.PollerFactory;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.SignedRulebook;
import org.perimeter.policy.rulebook.RulebookCheck;
import org.perimeter.policy.rulebook.entry.SourceEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Lets a source be asked only while the register of the rulebook in force allows it: before its
 * first byte is read, and again every few seconds. Until then it is not even opened. Whether what
 * it brings is of the network that is registered, and all else, the collection gate decides post by
 * post.
 */
final class RegisteredPoller implements Poller<Fetched> {

    private static final Logger LOGGER = LoggerFactory.getLogger(RegisteredPoller.class);
    private static final Duration ASK_EVERY = Duration.ofSeconds(5);
    private static final Duration REST = Duration.ofMillis(500);

    private final PollerFactory<Fetched> factory;
    private final Stores stores;
    private final ControlReading reading;
    private final InstantSource clock;
    private String cursor;
    private Instant askAgain = Instant.MIN;
    private boolean told;
    private @Nullable Poller<Fetched> open;

    RegisteredPoller(
            PollerFactory<Fetched> factory,
            String cursor,
            Stores stores,
            ControlReading reading,
            InstantSource clock) {
        this.factory = factory;
        this.cursor = cursor;
        this.stores = stores;
        this.reading = reading;
        this.clock = clock;
    }

    @Override
    public Poll<Fetched> poll() {
        Instant now = clock.instant();
        // Refused, it is asked about at every rest, so that a new rulebook lets it in soon.
        if (open == null || !now.isBefore(askAgain)) {
            boolean allowed = isAllowed(now);
            askAgain = now.plus(ASK_EVERY);
            if (!allowed) {
                refuse();
                return Poll.nothing(REST);
            }
            told = false;
        }
        Poller<Fetched> source = open;
        if (source == null) {
            source = factory.create(cursor);
            open = source;
        }
        Poll<Fetched> poll = source.poll();
        cursor = poll.cursor() == null ? cursor : poll.cursor();
        return poll;
    }

    @Control("COL-05")
    private boolean isAllowed(Instant now) {
        try {
            return stores.rulebooks()
                    .current()
                    .filter(signed -> isRegistered(signed, now))
                    .isPresent();
        } catch (StoreException e) {
            // Nobody can say now; a source that was allowed a moment ago may go on meanwhile.
            return open != null;
        }
    }

    private boolean isRegistered(SignedRulebook signed, Instant now) {
        return reading.read(signed, now) instanceof RulebookCheck.Valid valid
                && valid.rulebook()
                        .source(factory.id())
                        .filter((SourceEntry entry) -> entry.isUsable(now))
                        .isPresent();
    }

    private void refuse() {
        if (!told) {
            LOGGER.atWarn()
                    .addKeyValue("source", factory.id())
                    .log("the register does not allow this source: it is not read");
            told = true;
        }
        Poller<Fetched> source = open;
        open = null;
        if (source != null) {
            source.close();
        }
    }

    @Override
    public void close() {
        Poller<Fetched> source = open;
        open = null;
        if (source != null) {
            source.close();
        }
        stores.close();
    }
}
