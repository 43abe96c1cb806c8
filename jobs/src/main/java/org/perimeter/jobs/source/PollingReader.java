// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.source;

import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.connector.base.source.reader.SourceReaderBase;

import java.util.Map;

/** Emits what the pollers of its splits bring; keeps a cursor per split and nothing else. */
@SuppressWarnings("try") // Flink declares that closing may be interrupted.
final class PollingReader<T>
        extends SourceReaderBase<PolledItem<T>, T, PollingSplit, SplitPosition> {

    PollingReader(Map<String, PollerFactory<T>> pollers, SourceReaderContext context) {
        super(
                new PollingFetcherManager<>(
                        () -> new PollerReader<>(pollers), context.getConfiguration()),
                (polled, output, position) -> {
                    if (polled.item() != null) {
                        output.collect(polled.item());
                    }
                    if (polled.cursor() != null) {
                        position.advance(polled.cursor());
                    }
                },
                context.getConfiguration(),
                context);
    }

    @Override
    protected void onSplitFinished(Map<String, SplitPosition> finished) {}

    @Override
    protected SplitPosition initializedState(PollingSplit split) {
        return new SplitPosition(split.cursor());
    }

    @Override
    protected PollingSplit toSplitType(String splitId, SplitPosition position) {
        return new PollingSplit(splitId, position.cursor());
    }
}
