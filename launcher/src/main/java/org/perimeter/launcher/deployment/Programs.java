// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.deployment;

import org.perimeter.launcher.process.Installation;
import org.perimeter.launcher.process.Program;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The programs of the house, each with the JVM options that it needs. */
public final class Programs {

    private static final List<String> QUIET =
            List.of(
                    "-XX:+UseSerialGC",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Dslf4j.internal.verbosity=ERROR");

    private final Installation installation;
    private final List<String> more;

    public Programs(Installation installation) {
        this(installation, List.of());
    }

    /**
     * @param more options for every JVM
     */
    public Programs(Installation installation, List<String> more) {
        this.installation = installation;
        this.more = List.copyOf(more);
    }

    /** The console with the API. */
    public Program console(Path config) {
        return program(
                "console",
                "search-ui",
                "org.perimeter.search.SearchUi",
                List.of("-Xmx256m"),
                List.of("--config", config.toString()));
    }

    /** The job with its in-process cluster. */
    public Program job(Path config) {
        return program(
                "jobs",
                "jobs",
                "org.perimeter.jobs.JobsMain",
                List.of("-Xmx1g", "--add-opens=java.base/java.util=ALL-UNNAMED"),
                List.of("--config", config.toString()));
    }

    /** Any other main class of a module. */
    public Program program(
            String name, String module, String mainClass, List<String> jvm, List<String> args) {
        List<String> options = new ArrayList<>(QUIET);
        options.addAll(jvm);
        options.addAll(more);
        return new Program(name, installation.classPath(module), mainClass, options, args);
    }
}
