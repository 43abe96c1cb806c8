// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;

/** The command line of the jobs process. */
@Command(
        name = "jobs",
        description = "Watches the sources of a deployment; `./perimeter up` starts it.",
        footer = "  flink run -c org.perimeter.jobs.JobsMain jobs.jar --config config.yaml")
final class JobArguments {

    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "the deployment's configuration")
    private Path config = Path.of("");

    @Option(names = "--until-done", description = "end when all sources have ended")
    private boolean untilDone;

    /** The configuration file. */
    Path config() {
        return config;
    }

    /** Whether to end when all sources have ended. */
    boolean untilDone() {
        return untilDone;
    }
}
