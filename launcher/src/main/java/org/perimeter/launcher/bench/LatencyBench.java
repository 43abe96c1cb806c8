// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.bench;

import org.perimeter.connectors.exercise.city.Town;
import org.perimeter.launcher.demo.ConsoleClient;
import org.perimeter.launcher.deployment.FolderTree;
import org.perimeter.launcher.deployment.LocalDeployment;
import org.perimeter.launcher.measured.MeasuredIncident;
import org.perimeter.launcher.process.Installation;
import org.perimeter.policy.command.CommandManner;
import org.perimeter.policy.command.StepLatencies;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Measures how long a post takes from the moment a platform serves it to the moment the page of its
 * incident hears of it, through all processes, among ordinary posts; two pages listen.
 */
public final class LatencyBench {

    private static final int WARM_UPS = 20;
    private static final int PAGES = 2;
    private static final String CASE = "EX-2026-9001";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SETTLE = Duration.ofSeconds(5);
    private static final long SECOND = 1_000_000_000L;
    private static final List<String> ORDINARY =
            List.of(
                    "great coffee this morning, the queue was out of the door again",
                    "our team killed it last night, what a shot in the last minute",
                    "that new album is fire, I have been listening all day long",
                    "does anybody know when the library opens on sunday");

    private final LatencyArguments arguments;
    private final Installation installation;
    private final Clock clock = Clock.systemUTC();
    private final Town town = Town.invented(Town.DEFAULT).orElseThrow();
    private final Map<Integer, Long> served = new HashMap<>();
    private int ordinary;

    private LatencyBench(LatencyArguments arguments, Installation installation) {
        this.arguments = arguments;
        this.installation = installation;
    }

    /** Measures; exit status 1 when it failed or a post was lost or doubled. */
    public static void main(String[] arguments) {
        System.exit(CommandManner.run(new LatencyArguments(), LatencyBench::measure, arguments));
    }

    private static int measure(LatencyArguments given) throws IOException, InterruptedException {
        boolean complete = new LatencyBench(given, Installation.here()).run();
        return complete ? 0 : CommandManner.FAILED;
    }

    private boolean run() throws IOException, InterruptedException {
        Path folder = BenchFolder.temporary(installation.var());
        Consumer<String> told = System.err::println;
        try (PostServer platform = new PostServer(clock);
                BenchFolder deployed = BenchFolder.in(folder, clock)) {
            Path config = deployed.config(town, platform.listen());
            try (LocalDeployment deployment =
                    new LocalDeployment(config, installation, folder, told, List.of())) {
                deployment.startStore(installation, folder.resolve("elasticsearch"));
                deployment.startProcesses();
                return measure(platform, deployment.consoleUrl(), told);
            }
        } finally {
            FolderTree.remove(folder);
        }
    }

    private boolean measure(PostServer platform, String console, Consumer<String> told)
            throws InterruptedException {
        String incident =
                new ConsoleClient(console)
                        .open(
                                MeasuredIncident.feature(
                                        "bench",
                                        town.places().get(MeasuredIncident.PLACE).point(),
                                        CASE,
                                        clock.instant()));
        String room =
                console
                        + "/api/v1/incidents/"
                        + incident
                        + "/events?purpose=EXERCISE&caseNumber="
                        + CASE;
        HttpClient client = HttpClient.newHttpClient();
        List<LivePage> pages = new ArrayList<>();
        try {
            platform.awaitSubscriber();
            // The job learns of the incident a moment after the console does.
            LockSupport.parkNanos(SETTLE.toNanos());
            for (int i = 0; i < PAGES; i++) {
                pages.add(LivePage.open(client, room));
            }
            told.accept("warming up");
            serve(platform, -WARM_UPS, 0);
            await(pages, -WARM_UPS, 0);
            told.accept("serving " + arguments.posts() + " posts");
            serve(platform, 0, arguments.posts());
            await(pages, 0, arguments.posts());
        } finally {
            pages.forEach(LivePage::close);
        }
        return report(pages);
    }

    /** Serves measured posts at their rate, with ordinary ones spread between them. */
    private void serve(PostServer platform, int from, int to) {
        long start = System.nanoTime();
        int background = 0;
        for (int number = from; number < to; number++) {
            long due = start + (number - from) * SECOND / arguments.perSecond();
            while (System.nanoTime() < due) {
                background = ordinary(platform, start, background);
            }
            int marked = number - from + (from < 0 ? 1_000_000 : 0);
            served.put(marked, System.nanoTime());
            platform.serve(
                    "Shots fired at Tidewell Mall, people are running, report number " + marked);
        }
    }

    private int ordinary(PostServer platform, long start, int before) {
        long due = arguments.background() * (System.nanoTime() - start) / SECOND;
        int now = before;
        for (; now < due; now++) {
            platform.serve(ORDINARY.get(ordinary % ORDINARY.size()) + " " + ordinary);
            ordinary++;
        }
        LockSupport.parkNanos(SECOND / 1_000);
        return now;
    }

    private void await(List<LivePage> pages, int from, int to) {
        int first = from < 0 ? 1_000_000 : 0;
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (int number = first; number < first + to - from; number++) {
            for (LivePage page : pages) {
                while (!page.heard().containsKey(number) && System.nanoTime() < end) {
                    LockSupport.parkNanos(SECOND / 100);
                }
            }
        }
    }

    private boolean report(List<LivePage> pages) {
        StepLatencies latencies = new StepLatencies();
        int lost = 0;
        for (int number = 0; number < arguments.posts(); number++) {
            long start = served.getOrDefault(number, 0L);
            for (LivePage page : pages) {
                Long heard = page.heard().get(number);
                if (heard == null) {
                    lost++;
                } else {
                    latencies.add(heard - start);
                }
            }
        }
        int doubled = pages.stream().mapToInt(LivePage::doubled).sum();
        System.out.println(
                String.format(
                        Locale.ROOT,
                        "{\"bench\":\"latency\",\"latencyMs\":%s,\"posts\":%d,\"pages\":%d,"
                                + "\"lost\":%d,\"doubled\":%d,\"perSecond\":%d,"
                                + "\"backgroundPerSecond\":%d,\"java\":\"%s\",\"os\":\"%s\","
                                + "\"processors\":%d}",
                        lost == pages.size() * arguments.posts() ? "null" : latencies.json(),
                        arguments.posts(),
                        pages.size(),
                        lost,
                        doubled,
                        arguments.perSecond(),
                        arguments.background(),
                        Runtime.version(),
                        System.getProperty("os.name") + " " + System.getProperty("os.version"),
                        Runtime.getRuntime().availableProcessors()));
        return lost == 0 && doubled == 0;
    }
}
