// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs;

import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.perimeter.jobs.ingest.IngestOperator;
import org.perimeter.jobs.passage.PassageFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The graph as it runs, seen from the process that started it. */
final class RunningJob {

    private static final Logger LOGGER = LoggerFactory.getLogger(RunningJob.class);
    private static final long ANSWER_SECONDS = 30;
    private static final long STOP_SECONDS = 10;

    private final JobClient client;
    private final int parallelism;

    RunningJob(JobClient client, int parallelism) {
        this.client = client;
        this.parallelism = parallelism;
    }

    /** Whether all stations run and the gate knows a rulebook. */
    boolean isReady() throws ExecutionException, InterruptedException {
        return status() == JobStatus.RUNNING && count(PassageFunction.RULEBOOK_KNOWN) > 0;
    }

    /** Whether every post source has ended. */
    boolean sourcesEnded() throws ExecutionException, InterruptedException {
        return status() == JobStatus.RUNNING && count(IngestOperator.SOURCES_ENDED) >= parallelism;
    }

    /** Whether it has come to an end, good or bad. */
    boolean isOver() throws ExecutionException, InterruptedException {
        return status().isGloballyTerminalState();
    }

    /**
     * Stops it after everything under way has reached the store and the ledger.
     *
     * @param savepoint where the final state is left
     */
    void drain(Path savepoint) throws ExecutionException, InterruptedException {
        client.stopWithSavepoint(true, savepoint.toUri().toString(), SavepointFormatType.CANONICAL)
                .get();
    }

    /**
     * Stops it with its state left behind, so that nothing is read or counted twice when it goes
     * on; where that cannot be done in time, stops it where it stands, and its last checkpoint
     * stays.
     *
     * @param savepoint where the state is left
     */
    void stop(Path savepoint) throws InterruptedException {
        try {
            String unused =
                    client.stopWithSavepoint(
                                    false,
                                    savepoint.toUri().toString(),
                                    SavepointFormatType.CANONICAL)
                            .get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOGGER.atWarn().log("stopped at the last checkpoint: no savepoint could be taken");
            cancel();
        }
    }

    /** Stops it where it stands; its last checkpoint stays. */
    void cancel() throws InterruptedException {
        try {
            client.cancel().get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // It is over already, or the process ends without its answer: both are fine.
            return;
        }
    }

    private JobStatus status() throws ExecutionException, InterruptedException {
        return client.getJobStatus().get();
    }

    private long count(String accumulator) throws ExecutionException, InterruptedException {
        Map<String, Object> accumulators = client.getAccumulators().get();
        return accumulators.get(accumulator) instanceof Long count ? count : 0;
    }
}
