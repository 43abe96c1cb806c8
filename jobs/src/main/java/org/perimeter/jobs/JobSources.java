// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs;

import org.apache.flink.api.connector.source.Source;
import org.perimeter.connectors.spi.source.PostSourceFactory;
import org.perimeter.connectors.spi.store.StoresFactory;
import org.perimeter.jobs.control.ControlPollerFactory;
import org.perimeter.jobs.control.ControlUpdate;
import org.perimeter.jobs.source.Fetched;
import org.perimeter.jobs.source.PollingSource;
import org.perimeter.jobs.source.PostPollerFactory;

import java.time.Clock;
import java.util.List;

/**
 * Where the graph reads from.
 *
 * @param posts what platforms and feeds deliver
 * @param control incidents, rulebook, ledger heartbeat and clock
 */
public record JobSources(Source<Fetched, ?, ?> posts, Source<ControlUpdate, ?, ?> control) {

    /** The sources of a real deployment. */
    public static JobSources of(List<PostSourceFactory> posts, StoresFactory stores, Clock clock) {
        return new JobSources(
                new PollingSource<>(posts.stream().map(PostPollerFactory::new).toList()),
                new PollingSource<>(List.of(new ControlPollerFactory(stores, clock))));
    }
}
