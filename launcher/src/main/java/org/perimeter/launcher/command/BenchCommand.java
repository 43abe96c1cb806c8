// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.command;

import org.perimeter.launcher.deployment.Programs;
import org.perimeter.launcher.process.Foreground;
import org.perimeter.launcher.process.Installation;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Measures; each measurement is a program of the module that it measures. */
@Command(
        name = "bench",
        description = {
            "Measures: progress on standard error, one JSON object a line on standard output,",
            "the summary last."
        })
public final class BenchCommand implements Callable<Integer> {

    /** What can be measured. */
    enum Measurement {
        pipeline("jobs", "org.perimeter.jobs.bench.PipelineBench", "-Xmx2g"),
        analyze("nlp/analyzer", "org.perimeter.nlp.bench.AnalyzeBench", "-Xmx3g"),
        quality("nlp/quality", "org.perimeter.nlp.quality.QualityBench", "-Xmx2g"),
        ledger(
                "connectors/exercise",
                "org.perimeter.connectors.exercise.bench.LedgerBench",
                "-Xmx512m"),
        fence(
                "connectors/exercise",
                "org.perimeter.connectors.exercise.bench.FenceBench",
                "-Xmx512m"),
        exercise("jobs", "org.perimeter.jobs.exercise.ExerciseBench", "-Xmx2g"),
        search("launcher", "org.perimeter.launcher.bench.SearchBench", "-Xmx512m"),
        latency("launcher", "org.perimeter.launcher.bench.LatencyBench", "-Xmx256m");

        private final String module;
        private final String mainClass;
        private final String heap;

        Measurement(String module, String mainClass, String heap) {
            this.module = module;
            this.mainClass = mainClass;
            this.heap = heap;
        }
    }

    @Parameters(index = "0", paramLabel = "NAME", description = "one of ${COMPLETION-CANDIDATES}")
    private Measurement measurement = Measurement.pipeline;

    @Unmatched private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        Installation installation = Installation.here();
        if (measurement == Measurement.ledger && !arguments.contains("--dir")) {
            // It leaves a whole ledger behind, which must not lie where somebody happens to be.
            arguments.add("--dir");
            arguments.add(
                    Files.createTempDirectory(installation.var(), "ledger-bench-")
                            .resolve("log")
                            .toString());
        }
        return Foreground.run(
                new Programs(installation)
                        .program(
                                "bench-" + measurement,
                                measurement.module,
                                measurement.mainClass,
                                List.of(
                                        measurement.heap,
                                        "-Dperimeter.node.home=" + installation.nodeHome(),
                                        "-D"
                                                + Installation.ROOT_PROPERTY
                                                + "="
                                                + installation.root(),
                                        "-D" + Installation.VAR_PROPERTY + "=" + installation.var(),
                                        "--add-opens=java.base/java.util=ALL-UNNAMED"),
                                arguments));
    }
}
