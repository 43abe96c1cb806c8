// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/**
 * The command line of the jobs process.
 *
 * @param config the configuration file
 * @param untilDone whether to end when all sources have ended
 */
record JobArguments(Path config, boolean untilDone) {

    static final String USAGE = "usage: MonitoringJob --config FILE [--until-done]";

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException with the usage when they are wrong
     */
    static JobArguments parse(String... arguments) {
        @Nullable Path config = null;
        boolean untilDone = false;
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--config") && i + 1 < arguments.length) {
                config = Path.of(arguments[++i]);
            } else if (arguments[i].equals("--until-done")) {
                untilDone = true;
            } else {
                throw new IllegalArgumentException("unknown: " + arguments[i] + "; " + USAGE);
            }
        }
        if (config == null) {
            throw new IllegalArgumentException(USAGE);
        }
        return new JobArguments(config, untilDone);
    }
}
