// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.bench;

import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.perimeter.connectors.elasticsearch.ElasticStoresFactory;
import org.perimeter.connectors.elasticsearch.node.LocalNode;
import org.perimeter.connectors.elasticsearch.node.LocalNodeConfig;
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
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rulebook.RulebookCheck;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Measures the whole way of generated posts through the graph, from source to a local
 * Elasticsearch, and prints one JSON object.
 */
public final class PipelineBench {

    private static final int WARM_UP = 2_000;
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final double MILLIS_PER_SECOND = 1_000;

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
        try (LocalNode node =
                        LocalNode.start(
                                new LocalNodeConfig(
                                        arguments.node(),
                                        folder.resolve("node"),
                                        0,
                                        LocalNodeConfig.DEFAULT_HEAP_MB));
                Stores stores = new ElasticStoresFactory(node.url(), "bench").open()) {
            stores.prepare();
            BenchDeployment around = new BenchDeployment(folder, clock.instant());
            around.prepare(stores, arguments.incidents());
            JobClient job = start(node, around);
            await(stores, WARM_UP);
            long admittedBefore = admitted(stores);
            Files.createFile(go());
            long start = System.nanoTime();
            await(stores, WARM_UP + arguments.posts());
            double millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
            long admitted = admitted(stores) - admittedBefore;
            job.cancel().get();
            if (admitted == 0) {
                throw new IllegalStateException(
                        "no report was admitted, so the way behind the fence was not measured");
            }
            return summary(millis, admitted, costs(stores, around));
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
                        new NlpAnalyzers(List.of()),
                        new NlpCloseStations(),
                        List.of(),
                        new TrustFolder(around.keys(), true),
                        new Keyring(around.keys()),
                        factory,
                        clock);
        MonitoringJob.defineWorkflow(
                env,
                JobEnds.polling(
                        List.of(new GeneratedPosts(WARM_UP, arguments.posts(), go())), stations),
                stations);
        return env.executeAsync();
    }

    private Path go() {
        return folder.resolve("go");
    }

    /** Waits until so many posts have come to rest, in the rewind or at the admission gate. */
    private void await(Stores stores, long posts) throws InterruptedException {
        Instant end = clock.instant().plus(PATIENCE);
        while (settled(stores) < posts) {
            if (clock.instant().isAfter(end)) {
                throw new IllegalStateException("the posts did not come through in time");
            }
            // The measurement stands in for sequencer and retention, or the gate would close.
            stores.ledgerInbox().heartbeat(clock.instant());
            stores.retentionDiary().finished(clock.instant());
            boolean unused = never.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static long settled(Stores stores) {
        Map<String, Long> counts = stores.tallies().total();
        return counts.getOrDefault("waited", 0L) + sum(counts, "admission/");
    }

    private static long admitted(Stores stores) {
        Map<String, Long> counts = stores.tallies().total();
        return sum(counts, "admission/ADMIT/") + sum(counts, "admission/REDACT/");
    }

    private static long sum(Map<String, Long> counts, String prefix) {
        return counts.entrySet().stream()
                .filter(count -> count.getKey().startsWith(prefix))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private Map<String, Double> costs(Stores stores, BenchDeployment around) {
        Instant now = clock.instant();
        Rulebook rulebook =
                stores.rulebooks()
                        .current()
                        .map(signed -> new TrustFolder(around.keys(), true).read(signed, now))
                        .filter(RulebookCheck.Valid.class::isInstance)
                        .map(check -> ((RulebookCheck.Valid) check).rulebook())
                        .orElseThrow();
        List<Incident> incidents = new ArrayList<>();
        for (int i = 0; i < arguments.incidents(); i++) {
            incidents.add(around.incident(i));
        }
        return new StationCosts()
                .measure(new NlpAnalyzers(List.of()).create(), rulebook, incidents);
    }

    private String summary(double millis, long admitted, Map<String, Double> costs) {
        StringBuilder stations = new StringBuilder();
        costs.forEach(
                (station, micros) ->
                        stations.append(stations.isEmpty() ? "" : ",")
                                .append('"' + station + "\":" + micros));
        return String.format(
                Locale.ROOT,
                "{\"postsPerSecond\":%.0f,\"costMicros\":{%s},\"incidents\":%d,"
                        + "\"admittedShare\":%.4f,\"posts\":%d,\"seconds\":%.1f,"
                        + "\"machine\":{\"processors\":%d,\"heapMb\":%d,\"os\":\"%s\"},"
                        + "\"versions\":{\"java\":\"%s\",\"flink\":\"%s\"}}",
                arguments.posts() / (millis / MILLIS_PER_SECOND),
                stations,
                arguments.incidents(),
                admitted / (double) arguments.posts(),
                arguments.posts(),
                millis / MILLIS_PER_SECOND,
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20,
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.version(),
                EnvironmentInformation.getVersion());
    }
}
