// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs;

import org.apache.flink.api.connector.sink2.Sink;
import org.perimeter.connectors.spi.store.PostWrite;
import org.perimeter.connectors.spi.store.StoresFactory;
import org.perimeter.jobs.ledger.LedgerSink;
import org.perimeter.jobs.sink.StorePorts;
import org.perimeter.jobs.sink.StoreSink;
import org.perimeter.jobs.tally.TallySink;
import org.perimeter.jobs.tally.TallySnapshot;
import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.decision.DeadLetter;
import org.perimeter.policy.model.decision.LedgerDraft;

import java.time.Clock;

/**
 * Where the graph writes to.
 *
 * @param posts admitted posts and erasures
 * @param alerts every version of every alert
 * @param deadLetters what could not go on
 * @param ledger what the ledger must know
 * @param tallies what was counted
 */
public record JobSinks(
        Sink<PostWrite> posts,
        Sink<Alert> alerts,
        Sink<DeadLetter> deadLetters,
        Sink<LedgerDraft> ledger,
        Sink<TallySnapshot> tallies) {

    /**
     * The sinks of a real deployment.
     *
     * @param run id of this run of the job
     */
    public static JobSinks of(StoresFactory stores, String run, Clock clock) {
        return new JobSinks(
                new StoreSink<>(StorePorts.posts(), stores, clock),
                new StoreSink<>(StorePorts.alerts(), stores, clock),
                new StoreSink<>(StorePorts.deadLetters(), stores, clock),
                new LedgerSink(stores, "jobs-" + run),
                new TallySink(stores, clock));
    }
}
