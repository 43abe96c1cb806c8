// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.config;

import org.jspecify.annotations.Nullable;

/**
 * How the jobs process runs.
 *
 * @param parallelism subtasks per station, 1 to 128; 1 when left out
 * @param checkpoints folder for checkpoints, relative to the configuration file; {@code
 *     state/checkpoints} when left out
 * @param checkpointSeconds time between checkpoints, 1 to 600 s; 10 when left out
 * @param jurisdiction folder with the jurisdiction's streets and landmarks, relative to the
 *     configuration file; null for none
 * @param webPort port of Flink's own REST interface on loopback, 0 to 65535; 0, any free one, when
 *     left out
 */
public record JobsConfig(
        @Nullable Integer parallelism,
        @Nullable String checkpoints,
        @Nullable Integer checkpointSeconds,
        @Nullable String jurisdiction,
        @Nullable Integer webPort) {

    /** Everything left out. */
    public static final JobsConfig DEFAULT = new JobsConfig(null, null, null, null, null);

    private static final int MOST_SUBTASKS = 128;
    private static final int LONGEST_SECONDS = 600;
    private static final int HIGHEST_PORT = 65_535;

    /**
     * @throws IllegalArgumentException when a value is out of its range
     */
    public JobsConfig {
        parallelism = inRange("parallelism", parallelism, 1, 1, MOST_SUBTASKS);
        checkpoints = checkpoints == null ? "state/checkpoints" : checkpoints;
        checkpointSeconds = inRange("checkpointSeconds", checkpointSeconds, 10, 1, LONGEST_SECONDS);
        webPort = inRange("webPort", webPort, 0, 0, HIGHEST_PORT);
    }

    @Override
    public Integer parallelism() {
        return given(parallelism);
    }

    @Override
    public String checkpoints() {
        return given(checkpoints);
    }

    @Override
    public Integer checkpointSeconds() {
        return given(checkpointSeconds);
    }

    @Override
    public Integer webPort() {
        return given(webPort);
    }

    /** What the constructor has filled in. */
    private static <T> T given(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the constructor leaves no value absent");
        }
        return value;
    }

    private static int inRange(
            String name, @Nullable Integer value, int absent, int least, int most) {
        int given = value == null ? absent : value;
        if (given < least || given > most) {
            throw new IllegalArgumentException(name + ": " + least + " to " + most);
        }
        return given;
    }
}
