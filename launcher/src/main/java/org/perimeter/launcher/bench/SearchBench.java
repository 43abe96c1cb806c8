// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.bench;

import org.perimeter.connectors.elasticsearch.ElasticStoresFactory;
import org.perimeter.connectors.elasticsearch.node.LocalNode;
import org.perimeter.connectors.elasticsearch.node.LocalNodeConfig;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.launcher.deployment.FolderTree;
import org.perimeter.launcher.deployment.LocalDeployment;
import org.perimeter.launcher.process.Installation;
import org.perimeter.launcher.process.LauncherException;
import org.perimeter.policy.command.CommandManner;
import org.perimeter.policy.command.StepLatencies;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Measures the search as an analyst has it: over the console's API, decided upon, bound to one
 * incident and in the ledger before its results leave. Every question is also put straight to
 * Elasticsearch, once inside the same incident and once in all posts; the three take turns, so that
 * a busy machine hurts them alike. The answers must agree.
 */
public final class SearchBench {

    private static final String PREFIX = "perimeter-bench";
    private static final int HEAP_MB = 1_024;
    private static final int WARM_UPS = 200;
    private static final int PROGRESS_EVERY = 250;
    private static final long SEED = 20261124;

    private final SearchArguments arguments;
    private final Installation installation;
    private final Clock clock = Clock.systemUTC();

    private SearchBench(SearchArguments arguments, Installation installation) {
        this.arguments = arguments;
        this.installation = installation;
    }

    /** Measures and prints the summary. */
    public static void main(String[] arguments) {
        System.exit(CommandManner.run(new SearchArguments(), SearchBench::measure, arguments));
    }

    private static int measure(SearchArguments given) throws IOException {
        System.out.println(new SearchBench(given, Installation.here()).run());
        return 0;
    }

    private String run() throws IOException {
        Path data = arguments.data();
        Path folder = data == null ? BenchFolder.temporary(installation.var()) : data;
        Files.createDirectories(folder);
        Consumer<String> told = System.err::println;
        try (BenchFolder deployed = BenchFolder.in(folder, clock);
                LocalNode node =
                        LocalNode.start(
                                new LocalNodeConfig(
                                        installation.nodeHome(),
                                        folder.resolve("elasticsearch"),
                                        0,
                                        HEAP_MB));
                Stores stores = new ElasticStoresFactory(node.url(), PREFIX).open();
                LocalDeployment deployment =
                        new LocalDeployment(
                                deployed.config(node.url(), PREFIX),
                                installation,
                                folder,
                                told,
                                List.of())) {
            stores.prepare();
            int posts = new PostFill(stores.posts(), told).upTo(arguments.posts());
            int incidents = PostFill.incidents(posts);
            for (int i = 0; i < incidents; i++) {
                stores.incidents().put(BenchPosts.incident(i, clock.instant()));
            }
            deployment.startConsole();
            return measure(node.url(), deployment.consoleUrl(), posts, incidents);
        } finally {
            if (data == null) {
                FolderTree.remove(folder);
            }
        }
    }

    private String measure(String store, String console, int posts, int incidents) {
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Searcher bound = new BoundSearch(client, console);
        Searcher plain = new PlainSearch(client, store, PREFIX + "-posts", true);
        Searcher unbound = new PlainSearch(client, store, PREFIX + "-posts", false);
        SplittableRandom random = new SplittableRandom(SEED);
        StepLatencies boundTimes = new StepLatencies();
        StepLatencies plainTimes = new StepLatencies();
        StepLatencies unboundTimes = new StepLatencies();
        StepLatencies thrownAway = new StepLatencies();
        long found = 0;
        for (int i = -WARM_UPS; i < arguments.searches(); i++) {
            Question question = Question.next(random, incidents);
            long expected = time(plain, question, i < 0 ? thrownAway : plainTimes);
            long total = time(bound, question, i < 0 ? thrownAway : boundTimes);
            time(unbound, question, i < 0 ? thrownAway : unboundTimes);
            if (total != expected) {
                throw new LauncherException(
                        "the console finds " + total + " posts, Elasticsearch " + expected);
            }
            found += i < 0 ? 0 : total;
            if (i % PROGRESS_EVERY == 0) {
                System.err.println(i + " searches");
            }
        }
        return String.format(
                Locale.ROOT,
                "{\"bench\":\"search\",\"posts\":%d,\"p50Ms\":%.2f,\"p99Ms\":%.2f,"
                        + "\"ratioToPlainQuery\":%.2f,\"plainMs\":%s,\"unboundMs\":%s,"
                        + "\"ratioToUnboundQuery\":%.2f,\"searches\":%d,\"incidents\":%d,"
                        + "\"meanFound\":%.1f,\"heapMb\":%d,\"java\":\"%s\",\"os\":\"%s\","
                        + "\"processors\":%d}",
                posts,
                boundTimes.percentileMillis(50),
                boundTimes.percentileMillis(99),
                boundTimes.percentileMillis(50) / plainTimes.percentileMillis(50),
                plainTimes.json(),
                unboundTimes.json(),
                boundTimes.percentileMillis(50) / unboundTimes.percentileMillis(50),
                arguments.searches(),
                incidents,
                found / (double) arguments.searches(),
                HEAP_MB,
                Runtime.version(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                Runtime.getRuntime().availableProcessors());
    }

    private static long time(Searcher searcher, Question question, StepLatencies into) {
        long start = System.nanoTime();
        long total = searcher.ask(question);
        into.add(System.nanoTime() - start);
        return total;
    }
}
