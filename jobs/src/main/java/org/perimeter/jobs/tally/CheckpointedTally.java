// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.tally;

import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.connectors.spi.store.StoresFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;

/**
 * A tally that survives restarts: what happened after the checkpoint is counted again when it
 * happens again. Counts only; nothing in it speaks of a post.
 */
public final class CheckpointedTally {

    private static final Logger LOGGER = LoggerFactory.getLogger(CheckpointedTally.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final DailyTally tally;
    private final ListState<TallySnapshot> state;
    private @Nullable Instant told;

    /**
     * Restores the counts of earlier attempts of the same run; an earlier run was a producer of its
     * own, and its counts are in the store already.
     *
     * @param station whose counts they are
     * @param run id of this run of the job
     * @param subtask of the station
     * @param clock wall clock
     */
    public CheckpointedTally(
            OperatorStateStore states, String station, String run, int subtask, InstantSource clock)
            throws Exception {
        String ofThisRun = station + "-" + run + "-";
        this.clock = clock;
        this.tally = new DailyTally(ofThisRun + subtask, clock.instant());
        this.state =
                states.getListState(
                        new ListStateDescriptor<>(
                                "tally", TypeInformation.of(TallySnapshot.class)));
        for (TallySnapshot snapshot : state.get()) {
            if (snapshot.producer().startsWith(ofThisRun)) {
                tally.restore(snapshot);
            }
        }
    }

    /** The counts of the day. */
    public Tally tally() {
        return tally.today();
    }

    /** All counts when a second has passed since they were last told; otherwise nothing. */
    public List<TallySnapshot> due(Instant now) {
        if (told != null && now.isBefore(told.plus(PERIOD))) {
            return List.of();
        }
        told = now;
        tally.turn(now);
        return tally.snapshots(now);
    }

    /** Puts the counts into the checkpoint. */
    public void save() throws Exception {
        state.update(tally.snapshots(clock.instant()));
    }

    /**
     * Puts the counts into the store, past the stream: when a station closes, nothing flows any
     * more, and what was counted since the last telling would be lost.
     */
    public void flush(StoresFactory factory) {
        try (Stores stores = factory.open()) {
            for (TallySnapshot snapshot : tally.snapshots(clock.instant())) {
                stores.tallies()
                        .put(
                                snapshot.producer(),
                                LocalDate.parse(snapshot.day()),
                                snapshot.toldAt(),
                                snapshot.counts());
            }
        } catch (StoreException e) {
            LOGGER.atWarn().log("the last second's counts were not written");
        }
    }
}
