// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.ingest;

import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.perimeter.jobs.source.Fetched;

/**
 * Runs {@link IngestFunction} and says, in an accumulator, when every source has ended; whoever
 * started the job may then stop the rest of it, which never ends by itself.
 */
public final class IngestOperator extends ProcessOperator<Fetched, KeyedEvent>
        implements BoundedOneInput {

    /** Accumulator that counts the subtasks whose sources have ended. */
    public static final String SOURCES_ENDED = "sourcesEnded";

    private static final long serialVersionUID = 1L;

    public IngestOperator(IngestFunction function) {
        super(function);
    }

    @Override
    public void open() throws Exception {
        super.open();
        getRuntimeContext().addAccumulator(SOURCES_ENDED, new LongCounter());
    }

    @Override
    public void endInput() {
        getRuntimeContext().getAccumulator(SOURCES_ENDED).add(1L);
    }
}
