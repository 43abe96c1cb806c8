// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.tally;

import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A tally that survives restarts: what happened after the checkpoint is counted again when it
 * happens again. Counts only; nothing in it speaks of a post.
 */
public final class CheckpointedTally {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final String producer;
    private final Tally tally = new Tally();
    private final ListState<TallySnapshot> state;
    private @Nullable Instant told;

    /**
     * Restores the counts of earlier attempts of the same run; an earlier run was a producer of its
     * own, and its counts are in the store already.
     *
     * @param station whose counts they are
     * @param run id of this run of the job
     * @param subtask of the station
     */
    public CheckpointedTally(OperatorStateStore states, String station, String run, int subtask)
            throws Exception {
        String ofThisRun = station + "-" + run + "-";
        this.producer = ofThisRun + subtask;
        this.state =
                states.getListState(
                        new ListStateDescriptor<>(
                                "tally", TypeInformation.of(TallySnapshot.class)));
        for (TallySnapshot snapshot : state.get()) {
            if (snapshot.producer().startsWith(ofThisRun)) {
                tally.addAll(snapshot.counts());
            }
        }
    }

    /** The counts. */
    public Tally tally() {
        return tally;
    }

    /** All counts as they stand. */
    public TallySnapshot snapshot() {
        return new TallySnapshot(producer, tally.counts());
    }

    /** All counts when a second has passed since they were last told; otherwise null. */
    public @Nullable TallySnapshot due(Instant now) {
        if (told != null && now.isBefore(told.plus(PERIOD))) {
            return null;
        }
        told = now;
        return snapshot();
    }

    /** Puts the counts into the checkpoint. */
    public void save() throws Exception {
        state.update(List.of(snapshot()));
    }
}
