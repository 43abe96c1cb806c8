// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.source;

import org.apache.flink.connector.base.source.reader.RecordsBySplits;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitReader;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsChange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Runs one poller on its fetcher's thread and waits out the rests that it asks for. */
final class PollerReader<T> implements SplitReader<PolledItem<T>, PollingSplit> {

    private static final Logger LOGGER = LoggerFactory.getLogger(PollerReader.class);

    private final Map<String, PollerFactory<T>> pollers;
    private final Semaphore wake = new Semaphore(0);
    private Duration rest = Duration.ZERO;
    private @Nullable PollingSplit split;
    private @Nullable Poller<T> poller;

    PollerReader(Map<String, PollerFactory<T>> pollers) {
        this.pollers = pollers;
    }

    @Override
    public RecordsWithSplitIds<PolledItem<T>> fetch() {
        if (split == null || wokenDuringRest()) {
            return records(Map.of(), Set.of());
        }
        String id = split.splitId();
        if (poller == null) {
            PollerFactory<T> factory = pollers.get(id);
            if (factory == null) {
                // It was taken out of the configuration since the checkpoint.
                LOGGER.atWarn().addKeyValue("source", id).log("source is no longer configured");
                split = null;
                return records(Map.of(), Set.of(id));
            }
            poller = factory.create(split.cursor());
        }
        Poll<T> poll = poller.poll();
        rest = poll.rest();
        if (poll.finished()) {
            split = null;
        }
        return records(Map.of(id, items(poll)), poll.finished() ? Set.of(id) : Set.of());
    }

    private static <T> List<PolledItem<T>> items(Poll<T> poll) {
        List<PolledItem<T>> items = new ArrayList<>(poll.items().size() + 1);
        for (T item : poll.items()) {
            items.add(new PolledItem<>(item, null));
        }
        if (poll.cursor() != null) {
            items.add(new PolledItem<>(null, poll.cursor()));
        }
        return items;
    }

    private static <T> RecordsWithSplitIds<PolledItem<T>> records(
            Map<String, Collection<PolledItem<T>>> items, Set<String> finished) {
        return new RecordsBySplits<>(items, finished);
    }

    private boolean wokenDuringRest() {
        if (rest.isZero()) {
            return false;
        }
        try {
            return wake.tryAcquire(rest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void handleSplitsChanges(SplitsChange<PollingSplit> change) {
        if (split != null || change.splits().size() != 1) {
            throw new IllegalStateException("a poller reads exactly one split");
        }
        split = change.splits().get(0);
    }

    @Override
    public void wakeUp() {
        wake.release();
    }

    @Override
    public void close() {
        if (poller != null) {
            poller.close();
        }
    }
}
