// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.perimeter.connectors.spi.store.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs the graph with its side loops, and says when it is ready and when it is done. */
final class JobProcess {

    /** Said once, when the job runs and knows a rulebook. */
    static final String READY = "ready";

    /** Said once, when all sources have ended and everything has reached the store. */
    static final String DONE = "done";

    private static final Logger LOGGER = LoggerFactory.getLogger(JobProcess.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    /** Posts may still wait for an incident, or for their batch's ledger entry. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final JobDeployment deployment;
    private final Stores stores;
    private final Consumer<String> say;
    private final Semaphore stop = new Semaphore(0);

    /**
     * @param stores for the loops beside the graph; prepared, and closed by the caller
     * @param say takes the words of the protocol with whoever started the process
     */
    JobProcess(JobDeployment deployment, Stores stores, Consumer<String> say) {
        this.deployment = deployment;
        this.stores = stores;
        this.say = say;
    }

    /** Makes {@link #run} come back; may be called from any thread. */
    void stop() {
        stop.release();
    }

    /**
     * Runs until stopped, until done, or until the job fails.
     *
     * @return whether it ended as it was meant to
     */
    boolean run(boolean untilDone) throws Exception {
        SideLoops loops = SideLoops.start(deployment, stores);
        try {
            return watch(new RunningJob(start(), deployment.parallelism()), untilDone);
        } finally {
            loops.close();
        }
    }

    private JobClient start() throws Exception {
        Path restore = new CheckpointFolder(deployment.checkpoints()).newest().orElse(null);
        if (restore != null) {
            LOGGER.atInfo().log("going on from the last checkpoint");
        }
        Configuration settings =
                FlinkSettings.of(deployment.checkpoints(), deployment.every(), restore);
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(
                        FlinkSettings.local(settings, deployment.webPort()));
        env.setParallelism(deployment.parallelism());
        Stations stations = deployment.stations();
        MonitoringJob.defineWorkflow(env, JobEnds.of(deployment.posts(), stations), stations);
        return env.executeAsync();
    }

    private boolean watch(RunningJob job, boolean untilDone)
            throws ExecutionException, InterruptedException {
        boolean ready = false;
        while (!stop.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
            if (job.isOver()) {
                LOGGER.atError().log("the job has failed");
                return false;
            }
            if (!ready && job.isReady()) {
                ready = true;
                say.accept(READY);
            }
            if (untilDone && job.sourcesEnded()) {
                return finish(job);
            }
        }
        job.stop(CheckpointFolder.stopped(deployment.checkpoints()));
        return true;
    }

    private boolean finish(RunningJob job) throws ExecutionException, InterruptedException {
        if (stop.tryAcquire(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
            job.cancel();
            return true;
        }
        job.drain(deployment.checkpoints().resolve("final"));
        say.accept(DONE);
        return true;
    }
}
