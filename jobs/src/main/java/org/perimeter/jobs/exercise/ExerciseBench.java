// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.exercise;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.exercise.city.Town;
import org.perimeter.connectors.exercise.scenario.Exercise;
import org.perimeter.connectors.exercise.scenario.Script;
import org.perimeter.connectors.exercise.score.AlertTable;
import org.perimeter.connectors.exercise.score.Benchmark;
import org.perimeter.connectors.exercise.score.ErrorTable;
import org.perimeter.connectors.exercise.score.ExerciseScore;
import org.perimeter.connectors.exercise.score.ExerciseScorer;
import org.perimeter.connectors.exercise.script.ExerciseFolder;
import org.perimeter.connectors.exercise.staging.ExerciseStage;
import org.perimeter.connectors.exercise.staging.Staging;
import org.perimeter.connectors.exercise.table.BadTablesException;
import org.perimeter.jobs.analyze.Analyzer;
import org.perimeter.jobs.analyze.AnalyzerFactory;
import org.perimeter.jobs.analyze.NlpAnalyzers;
import org.perimeter.jobs.close.CloseStation;
import org.perimeter.jobs.close.CloseStationFactory;
import org.perimeter.jobs.close.NlpCloseStations;
import org.perimeter.policy.command.CommandManner;
import org.perimeter.policy.command.WrongCallException;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Plays exercises, each with many seeds, in event time, and prints one JSON object for each
 * incident and the summary last. Exit status 2 when the call or a table is wrong.
 */
public final class ExerciseBench {

    private static final double NANOS = 1e9;

    private final ExerciseArguments arguments;
    private final Function<Path, AnalyzerFactory> analyzers;
    private final CloseStationFactory closely;
    private final Path folder;
    private final PrintStream progress;
    private final PrintStream out;

    /**
     * @param analyzers read posts of the town whose jurisdiction folder is given
     * @param closely reads beside the incident what matched its fence
     * @param folder for keys and towns
     */
    ExerciseBench(
            ExerciseArguments arguments,
            Function<Path, AnalyzerFactory> analyzers,
            CloseStationFactory closely,
            Path folder,
            PrintStream progress,
            PrintStream out) {
        this.arguments = arguments;
        this.analyzers = analyzers;
        this.closely = closely;
        this.folder = folder;
        this.progress = progress;
        this.out = out;
    }

    /** Measures; see {@link ExerciseArguments} for what can be given. */
    public static void main(String[] arguments) {
        // Analyzers keep threads that would hold the process open.
        System.exit(CommandManner.run(new ExerciseArguments(), ExerciseBench::measure, arguments));
    }

    private static int measure(ExerciseArguments given) throws Exception {
        new ExerciseBench(
                        given,
                        town -> new NlpAnalyzers(List.of(town)),
                        given.firstOnly() ? () -> CloseStation.NONE : new NlpCloseStations(),
                        Files.createTempDirectory("exercise-bench"),
                        System.err,
                        System.out)
                .run();
        return 0;
    }

    /** Plays everything. */
    void run() throws Exception {
        long start = System.nanoTime();
        List<Path> exercises = ExerciseFolder.find(arguments.packs());
        if (exercises.isEmpty()) {
            throw new WrongCallException("--packs: no incidents.tsv in " + arguments.packs());
        }
        Map<String, List<Written>> towns = read(exercises);
        Benchmark benchmark = new Benchmark(arguments.seeds());
        try (Writer errors = writer(arguments.errors());
                Writer alerts = writer(arguments.alerts())) {
            ErrorTable wrong = new ErrorTable(errors);
            AlertTable raised = new AlertTable(alerts);
            for (List<Written> town : towns.values()) {
                play(town, benchmark, wrong, raised);
            }
        }
        out.println(benchmark.summary(exercises.size(), (System.nanoTime() - start) / NANOS));
    }

    private static Writer writer(@Nullable Path file) throws IOException {
        return file == null ? Writer.nullWriter() : Files.newBufferedWriter(file);
    }

    /**
     * Reads and checks all exercises before anything is played; by town, whose models load once.
     */
    private Map<String, List<Written>> read(List<Path> exercises) throws IOException {
        Map<String, List<Written>> towns = new LinkedHashMap<>();
        Map<String, Town> known = new HashMap<>();
        List<String> problems = new ArrayList<>();
        for (Path path : exercises) {
            ExerciseFolder exercise = new ExerciseFolder(path, arguments.places());
            try {
                Town read = exercise.town();
                Town town = known.computeIfAbsent(read.city().name(), name -> read);
                towns.computeIfAbsent(town.city().name(), name -> new ArrayList<>())
                        .add(new Written(name(path), town, exercise.script(town)));
            } catch (BadTablesException e) {
                problems.add(e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new BadTablesException(arguments.packs().toString(), problems);
        }
        return towns;
    }

    private String name(Path path) {
        String name = arguments.packs().relativize(path).toString();
        return name.isEmpty() ? path.toAbsolutePath().normalize().getFileName() + "" : name;
    }

    private void play(
            List<Written> written, Benchmark benchmark, ErrorTable errors, AlertTable alerts)
            throws Exception {
        Town town = written.get(0).town();
        Path jurisdiction = folder.resolve("town-" + town.city().name());
        town.write(jurisdiction);
        progress.println("reading the models for " + town.city().name());
        // One analyzer for all exercises of a town: it holds no state of an exercise.
        Analyzer analyzer = analyzers.apply(jurisdiction).create();
        ExercisePlay play = new ExercisePlay(town.places(), () -> analyzer, closely.create());
        for (Written exercise : written) {
            ExerciseStage stage = new ExerciseStage(town, exercise.script());
            for (int seed = 1; seed <= arguments.seeds(); seed++) {
                Exercise staged =
                        stage.play(
                                new Staging(seed, true, arguments.ordinary(), arguments.inside()));
                Path keys = Files.createTempDirectory(folder, "keys").resolve("keys");
                ExerciseScore score =
                        ExerciseScorer.score(staged, town.places(), play.play(staged, keys));
                benchmark.add(exercise.name(), seed, score).forEach(out::println);
                errors.add(exercise.name(), seed, score);
                alerts.add(exercise.name(), seed, score);
                progress.println("played " + exercise.name() + " with seed " + seed);
            }
        }
        analyzer.close();
    }

    /** An exercise that was read. */
    private record Written(String name, Town town, Script script) {}
}
