// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.command;

import org.perimeter.launcher.deployment.Programs;
import org.perimeter.launcher.process.Installation;
import org.perimeter.launcher.process.Program;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.util.List;

/** Measures; each measurement is a program of the module that it measures. */
@Command(
        name = "bench",
        description = {
            "Measure.",
            "Progress on standard error, one JSON object a line on standard output, the summary"
                    + " last. `./perimeter bench NAME --help` names the summary's fields."
        },
        footer = "  ./perimeter bench fence --fences 10000")
public final class BenchCommand {

    /** What can be measured. */
    enum Measurement {
        pipeline(
                "jobs",
                "org.perimeter.jobs.bench.PipelineBench",
                "-Xmx2g",
                "Posts a second through the whole graph."),
        analyze(
                "nlp/analyzer",
                "org.perimeter.nlp.bench.AnalyzeBench",
                "-Xmx3g",
                "Posts a second that the analyzer reads, beside CoreNLP."),
        quality(
                "nlp/quality",
                "org.perimeter.nlp.quality.QualityBench",
                "-Xmx2g",
                "How good the analysis is on public corpora."),
        ledger(
                "search-ui",
                "org.perimeter.search.bench.LedgerBench",
                "-Xmx512m",
                "Durable entries a second, what an event of the console waits, what a receipt"
                        + " costs."),
        fence(
                "connectors/exercise",
                "org.perimeter.connectors.exercise.bench.FenceBench",
                "-Xmx512m",
                "Places a second that are matched against many fences."),
        exercise(
                "jobs",
                "org.perimeter.jobs.exercise.ExerciseBench",
                "-Xmx2g",
                "How right admission, places and alerts are in written exercises."),
        search(
                "launcher",
                "org.perimeter.launcher.bench.SearchBench",
                "-Xmx512m",
                "A search as an analyst has it, beside plain Elasticsearch."),
        latency(
                "launcher",
                "org.perimeter.launcher.bench.LatencyBench",
                "-Xmx256m",
                "From a platform serving a post to the page hearing of it.");

        private final String module;
        private final String mainClass;
        private final String heap;
        private final String description;

        Measurement(String module, String mainClass, String heap, String description) {
            this.module = module;
            this.mainClass = mainClass;
            this.heap = heap;
            this.description = description;
        }

        private Program program(List<String> arguments) {
            Installation installation = Installation.here();
            return new Programs(installation)
                    .program(
                            "bench-" + this,
                            module,
                            mainClass,
                            List.of(
                                    heap,
                                    "-Dperimeter.node.home=" + installation.nodeHome(),
                                    "-D" + Installation.ROOT_PROPERTY + "=" + installation.root(),
                                    "-D" + Installation.VAR_PROPERTY + "=" + installation.var(),
                                    "--add-opens=java.base/java.util=ALL-UNNAMED"),
                            arguments);
        }
    }

    private BenchCommand() {}

    /** The command with its subcommands. */
    public static CommandLine line() {
        CommandLine line = new CommandLine(new BenchCommand());
        for (Measurement measurement : Measurement.values()) {
            line.addSubcommand(
                    Forwarded.line(
                            measurement.name(), measurement.description, measurement::program));
        }
        return line;
    }
}
