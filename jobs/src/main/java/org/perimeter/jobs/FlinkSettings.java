// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs;

import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.SinkOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How Flink runs the graph. What must not be changed by a cluster's own settings is set here: no
 * Kryo, and aligned checkpoints only, because an unaligned one would put posts on their way between
 * stations, admitted or not, into a file.
 */
public final class FlinkSettings {

    private static final Duration FIRST_RESTART = Duration.ofSeconds(1);
    private static final Duration LONGEST_RESTART = Duration.ofSeconds(30);
    private static final Duration CHECKPOINT_TIMEOUT = Duration.ofMinutes(10);

    /** A post goes on at once to an analyst's page; full buffers do not wait for it anyway. */
    private static final Duration BUFFER_TIMEOUT = Duration.ofMillis(10);

    private static final Duration HEARTBEAT = Duration.ofMillis(500);
    private static final Duration HEARTBEAT_TIMEOUT = Duration.ofSeconds(60);

    private FlinkSettings() {}

    /**
     * Settings for the graph.
     *
     * @param checkpoints folder for checkpoints, absolute
     * @param every time between checkpoints
     * @param restore a checkpoint of an earlier process to go on from; null to start afresh
     */
    public static Configuration of(Path checkpoints, Duration every, @Nullable Path restore) {
        Configuration settings = new Configuration();
        settings.set(PipelineOptions.NAME, "perimeter");
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        settings.set(PipelineOptions.OBJECT_REUSE, true);
        settings.set(StateBackendOptions.STATE_BACKEND, "hashmap");
        settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, every);
        settings.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, CHECKPOINT_TIMEOUT);
        settings.set(CheckpointingOptions.ENABLE_UNALIGNED, false);
        // A failed checkpoint is no reason to restart: a restart empties the rewind.
        settings.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, Integer.MAX_VALUE);
        settings.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        // Uncompressed, so that a search for residue in a checkpoint file finds what is there.
        settings.set(ExecutionOptions.SNAPSHOT_COMPRESSION, false);
        settings.set(ExecutionOptions.BUFFER_TIMEOUT, BUFFER_TIMEOUT);
        settings.set(SinkOptions.COMMITTER_RETRIES, Integer.MAX_VALUE);
        settings.set(
                RestartStrategyOptions.RESTART_STRATEGY,
                RestartStrategyOptions.RestartStrategyType.EXPONENTIAL_DELAY.getMainValue());
        settings.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF,
                FIRST_RESTART);
        settings.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF,
                LONGEST_RESTART);
        if (restore != null) {
            settings.set(StateRecoveryOptions.SAVEPOINT_PATH, restore.toUri().toString());
            // Taken over: Flink deletes it once newer checkpoints stand for themselves.
            settings.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
            settings.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, true);
        }
        return settings;
    }

    /**
     * Adds what only the cluster inside this process needs.
     *
     * @param webPort of Flink's own REST interface, on loopback only; 0 for any free one
     */
    public static Configuration local(Configuration settings, int webPort) {
        Configuration local = new Configuration(settings);
        // Accumulators travel with heartbeats; they tell when the job is ready and done.
        local.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, HEARTBEAT);
        local.set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, HEARTBEAT_TIMEOUT);
        local.set(RestOptions.ADDRESS, "127.0.0.1");
        local.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
        local.set(RestOptions.BIND_PORT, Integer.toString(webPort));
        return local;
    }
}
