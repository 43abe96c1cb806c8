// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.source;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.source.reader.fetcher.SplitFetcher;
import org.apache.flink.connector.base.source.reader.fetcher.SplitFetcherManager;
import org.apache.flink.connector.base.source.reader.splitreader.SplitReader;

import java.util.List;
import java.util.function.Supplier;

/** One thread per split, so that a slow or failing instance never holds up another. */
final class PollingFetcherManager<T> extends SplitFetcherManager<PolledItem<T>, PollingSplit> {

    PollingFetcherManager(
            Supplier<SplitReader<PolledItem<T>, PollingSplit>> readers,
            Configuration configuration) {
        super(readers, configuration);
    }

    @Override
    public void addSplits(List<PollingSplit> splits) {
        for (PollingSplit split : splits) {
            SplitFetcher<PolledItem<T>, PollingSplit> fetcher = createSplitFetcher();
            fetcher.addSplits(List.of(split));
            startFetcher(fetcher);
        }
    }

    @Override
    public void removeSplits(List<PollingSplit> splits) {
        throw new UnsupportedOperationException("splits end by themselves");
    }
}
