// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.bench;

import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.perimeter.connectors.elasticsearch.ElasticStoresFactory;
import org.perimeter.connectors.elasticsearch.node.LocalNode;
import org.perimeter.connectors.elasticsearch.node.LocalNodeConfig;
import org.perimeter.connectors.exercise.city.Town;
import org.perimeter.connectors.exercise.scenario.Script;
import org.perimeter.connectors.exercise.script.ScriptReader;
import org.perimeter.connectors.sources.ndjson.NdjsonPostSourceFactory;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.jobs.FlinkSettings;
import org.perimeter.jobs.JobEnds;
import org.perimeter.jobs.MonitoringJob;
import org.perimeter.jobs.Stations;
import org.perimeter.jobs.admit.Keyring;
import org.perimeter.jobs.analyze.NlpAnalyzers;
import org.perimeter.jobs.close.NlpCloseStations;
import org.perimeter.jobs.control.TrustFolder;
import org.perimeter.policy.command.CommandManner;
import org.perimeter.policy.model.incident.Incident;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Measures the whole way of posts through the graph, from the JSON of a file to a local
 * Elasticsearch, and prints one JSON object.
 */
public final class PipelineBench {

    /** Source and network, as the default rulebook allows them. */
    private static final String SOURCE = "exercise";

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final BenchArguments arguments;
    private final Path folder;
    private final Clock clock = Clock.systemUTC();
    private final Semaphore never = new Semaphore(0);

    private PipelineBench(BenchArguments arguments, Path folder) {
        this.arguments = arguments;
        this.folder = folder;
    }

    /** Measures; see {@link BenchArguments} for what can be given. */
    public static void main(String[] arguments) {
        // Flink's cluster keeps threads that would hold the process open.
        System.exit(CommandManner.run(new BenchArguments(), PipelineBench::measure, arguments));
    }

    private static int measure(BenchArguments arguments) throws Exception {
        Path folder = Files.createTempDirectory("pipeline-bench");
        System.out.println(new PipelineBench(arguments, folder).run());
        return 0;
    }

    private String run() throws Exception {
        Town town = Town.invented(Town.DEFAULT).orElseThrow();
        Script script = ScriptReader.bundled(town);
        int all = arguments.warmUp() + arguments.posts();
        new HonestMix(town, script).write(all, clock.instant(), posts());
        try (LocalNode node =
                        LocalNode.start(
                                new LocalNodeConfig(
                                        arguments.node(),
                                        folder.resolve("node"),
                                        0,
                                        LocalNodeConfig.DEFAULT_HEAP_MB));
                Stores stores = new ElasticStoresFactory(node.url(), "bench").open()) {
            stores.prepare();
            BenchDeployment around =
                    new BenchDeployment(folder, town, script.incidents(), clock.instant());
            around.prepare(stores, arguments.incidents());
            ProcessorTime processor = new ProcessorTime(ProcessHandle.of(node.pid()).orElseThrow());
            JobClient job = start(node, around);
            Reached warm = await(stores, around, arguments.warmUp(), processor);
            Reached end = await(stores, around, all, processor);
            job.cancel().get();
            if (end.admitted() == warm.admitted()) {
                throw new IllegalStateException(
                        "no report was admitted, so the way behind the fence was not measured");
            }
            return new BenchSummary(arguments, warm, end).json(costs(around));
        }
    }

    private JobClient start(LocalNode node, BenchDeployment around) throws Exception {
        ElasticStoresFactory factory = new ElasticStoresFactory(node.url(), "bench");
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(
                        FlinkSettings.local(
                                FlinkSettings.of(
                                        folder.resolve("checkpoints"), Duration.ofSeconds(2), null),
                                0));
        env.setParallelism(1);
        Stations stations =
                Stations.of(
                        new NlpAnalyzers(List.of(around.jurisdiction())),
                        new NlpCloseStations(),
                        List.of(),
                        new TrustFolder(around.keys(), true),
                        new Keyring(around.keys()),
                        factory,
                        clock);
        MonitoringJob.defineWorkflow(env, JobEnds.of(List.of(source()), stations), stations);
        return env.executeAsync();
    }

    private Path posts() {
        return folder.resolve("posts.ndjson");
    }

    private NdjsonPostSourceFactory source() {
        return new NdjsonPostSourceFactory(SOURCE, SOURCE, posts().toString(), 0, true);
    }

    /** Waits until so many events have gone by the gate and what they led to has come to rest. */
    private Reached await(
            Stores stores, BenchDeployment around, long events, ProcessorTime processor)
            throws InterruptedException, IOException {
        Instant end = clock.instant().plus(PATIENCE);
        while (true) {
            Map<String, Long> counts = stores.tallies().total();
            long passed = counts.getOrDefault("seen", 0L) + counts.getOrDefault("deletesAsked", 0L);
            if (passed >= events) {
                long admitted = sum(counts, "admission/ADMIT/") + sum(counts, "admission/REDACT/");
                return new Reached(System.nanoTime(), passed, admitted, processor.read());
            }
            if (clock.instant().isAfter(end)) {
                throw new IllegalStateException(
                        "only " + passed + " of " + events + " came through in time");
            }
            around.keepUp(stores, clock.instant());
            boolean unused = never.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static long sum(Map<String, Long> counts, String prefix) {
        return counts.entrySet().stream()
                .filter(count -> count.getKey().startsWith(prefix))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private Map<String, Double> costs(BenchDeployment around) {
        List<Incident> incidents = new ArrayList<>();
        for (int i = 0; i < arguments.incidents(); i++) {
            incidents.add(around.incident(i));
        }
        return new StationCosts()
                .measure(
                        source(),
                        new NlpAnalyzers(List.of(around.jurisdiction())).create(),
                        incidents);
    }
}
