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
import java.util.ArrayList;
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
    private final List<TallySnapshot> others = new ArrayList<>();
    private @Nullable Instant told;

    /**
     * Goes on with the counts of the checkpoint under the name that they were told by, also when
     * another process told them: what that one counted after the checkpoint is told anew, so it
     * must take the place of what the store has.
     *
     * @param station whose counts they are
     * @param run id of this run of the job
     * @param subtask of the station
     * @param clock wall clock
     */
    public CheckpointedTally(
            OperatorStateStore states, String station, String run, int subtask, InstantSource clock)
            throws Exception {
        this.clock = clock;
        this.state =
                states.getListState(
                        new ListStateDescriptor<>(
                                "tally", TypeInformation.of(TallySnapshot.class)));
        String producer = station + "-" + run + "-" + subtask;
        List<TallySnapshot> restored = new ArrayList<>();
        for (TallySnapshot snapshot : state.get()) {
            restored.add(snapshot);
        }
        this.tally =
                new DailyTally(
                        restored.isEmpty() ? producer : restored.get(0).producer(),
                        clock.instant());
        for (TallySnapshot snapshot : restored) {
            if (snapshot.producer().equals(restored.get(0).producer())) {
                tally.restore(snapshot);
            } else {
                // Of a subtask that there is no more: its counts stand as the checkpoint has them.
                others.add(snapshot);
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
        return all(now);
    }

    private List<TallySnapshot> all(Instant now) {
        List<TallySnapshot> all = tally.snapshots(now);
        for (TallySnapshot other : others) {
            all.add(new TallySnapshot(other.producer(), other.day(), now, other.counts()));
        }
        return all;
    }

    /** Puts the counts into the checkpoint. */
    public void save() throws Exception {
        state.update(all(clock.instant()));
    }

    /**
     * Puts the counts into the store, past the stream: when a station closes, nothing flows any
     * more, and what was counted since the last telling would be lost.
     */
    public void flush(StoresFactory factory) {
        try (Stores stores = factory.open()) {
            for (TallySnapshot snapshot : all(clock.instant())) {
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
