// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.perimeter.connectors.spi.source.PostSourceFactory;
import org.perimeter.connectors.spi.store.PostWrite;
import org.perimeter.connectors.spi.store.StoresFactory;
import org.perimeter.jobs.collect.RegisteredPollerFactory;
import org.perimeter.jobs.control.ControlPollerFactory;
import org.perimeter.jobs.control.ControlUpdate;
import org.perimeter.jobs.ledger.LedgerSink;
import org.perimeter.jobs.sink.StorePorts;
import org.perimeter.jobs.sink.StoreSink;
import org.perimeter.jobs.source.Fetched;
import org.perimeter.jobs.source.PollerFactory;
import org.perimeter.jobs.source.PollingSource;
import org.perimeter.jobs.source.PostPollerFactory;
import org.perimeter.jobs.tally.TallySink;
import org.perimeter.jobs.tally.TallySnapshot;
import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.decision.DeadLetter;
import org.perimeter.policy.model.decision.LedgerDraft;

import java.util.List;

/**
 * Where the graph reads from and where it writes to.
 *
 * @param fetched what platforms and feeds deliver
 * @param control incidents, rulebook, ledger heartbeat and clock
 * @param posts admitted posts and erasures
 * @param alerts every version of every alert
 * @param deadLetters what could not go on
 * @param ledger what the ledger must know
 * @param tallies what was counted
 */
public record JobEnds(
        Source<Fetched, ?, ?> fetched,
        Source<ControlUpdate, ?, ?> control,
        Sink<PostWrite> posts,
        Sink<Alert> alerts,
        Sink<DeadLetter> deadLetters,
        Sink<LedgerDraft> ledger,
        Sink<TallySnapshot> tallies) {

    /** The ends of a real deployment; all but the posts' sources are in its store. */
    public static JobEnds of(List<PostSourceFactory> posts, Stations stations) {
        return polling(
                posts.stream()
                        .map(
                                source ->
                                        new RegisteredPollerFactory(
                                                new PostPollerFactory(source),
                                                stations.stores(),
                                                stations.rulebooks(),
                                                stations.clock()))
                        .toList(),
                stations);
    }

    /** The same with sources that are polled in another way. */
    public static JobEnds polling(List<? extends PollerFactory<Fetched>> posts, Stations stations) {
        StoresFactory stores = stations.stores();
        return new JobEnds(
                new PollingSource<>(List.copyOf(posts)),
                new PollingSource<>(
                        List.of(
                                new ControlPollerFactory(
                                        stores, stations.rulebooks(), stations.clock()))),
                new StoreSink<>(StorePorts.posts(), stores, stations.clock()),
                new StoreSink<>(StorePorts.alerts(), stores, stations.clock()),
                new StoreSink<>(StorePorts.deadLetters(), stores, stations.clock()),
                new LedgerSink(stores, "jobs-" + stations.run()),
                new TallySink(stores, stations.clock()));
    }
}
