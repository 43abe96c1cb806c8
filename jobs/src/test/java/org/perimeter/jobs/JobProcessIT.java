// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.spi.source.SourceCursor;
import org.perimeter.connectors.testkit.source.SourceScript;
import org.perimeter.jobs.close.CloseStation;
import org.perimeter.jobs.fixture.TestDeployment;
import org.perimeter.jobs.fixture.TestPosts;
import org.perimeter.jobs.fixture.TestRulebook;
import org.perimeter.jobs.fixture.WordAnalyzers;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.decision.LedgerEntryType;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class JobProcessIT {

    private static final String INCIDENT = "manual:1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path folder;

    private final SourceScript script = SourceScript.open(TestPosts.SOURCE);
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final ScheduledExecutorService sequencer = Executors.newSingleThreadScheduledExecutor();
    private final List<String> said = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        thread.shutdownNow();
        sequencer.shutdownNow();
        script.close();
    }

    @Test
    void saysReadyAndDoneAndGoesOnWhereAnEarlierProcessStopped() throws Exception {
        // Given
        TestDeployment around =
                new TestDeployment(folder, TestRulebook.at(Instant.now()), Instant.now());
        Future<?> unused =
                sequencer.scheduleWithFixedDelay(
                        () -> around.stores().ledgerInbox().heartbeat(Instant.now()),
                        0,
                        1,
                        TimeUnit.SECONDS);
        around.stores().incidents().put(TestPosts.incident(INCIDENT, Instant.now()));
        JobProcess first = process(around);
        Future<Boolean> firstRun = thread.submit(() -> first.run(false));
        deliver(0, 5);
        await().atMost(PATIENCE).until(() -> stored(around).size() == 5);
        await().atMost(PATIENCE).until(() -> ledgerItems(around) == 5);
        await().atMost(PATIENCE).until(() -> said.contains(JobProcess.READY));
        first.stop();
        assertThat(firstRun.get(60, TimeUnit.SECONDS)).isTrue();
        assertThat(seen(around)).isEqualTo(5);
        deliver(5, 10);
        script.finish();

        // When
        boolean ended = thread.submit(() -> process(around).run(true)).get(120, TimeUnit.SECONDS);

        // Then
        assertThat(ended).isTrue();
        assertThat(said).endsWith(JobProcess.DONE);
        assertThat(stored(around)).hasSize(10);
        assertThat(script.openings()).hasSize(2).doesNotHaveDuplicates();
        assertThat(script.openings().get(1)).isNotEqualTo(SourceCursor.START);
        assertThat(ledgerItems(around)).isEqualTo(10);
        assertThat(seen(around)).isEqualTo(10);
    }

    private JobProcess process(TestDeployment around) {
        Clock clock = Clock.systemUTC();
        Stations stations =
                Stations.of(
                        new WordAnalyzers(),
                        () -> CloseStation.NONE,
                        List.of(),
                        around.rulebooks(),
                        around.keyring(),
                        around.factory(),
                        clock);
        return new JobProcess(
                new JobDeployment(
                        around.factory(),
                        List.of(script.factory()),
                        List.of(),
                        stations,
                        folder.resolve("keys"),
                        folder.resolve("checkpoints"),
                        Duration.ofMillis(300),
                        1,
                        0),
                around.stores(),
                said::add);
    }

    private void deliver(int from, int to) {
        for (int i = from; i < to; i++) {
            script.deliver(
                    TestPosts.upsert(TestPosts.report("p" + i, "author" + i, Instant.now())));
        }
    }

    private static List<String> stored(TestDeployment around) {
        return around.stores().posts().idsOfIncident(INCIDENT, 1_000);
    }

    private static long seen(TestDeployment around) {
        return around.stores().tallies().total().getOrDefault("seen", 0L);
    }

    private static long ledgerItems(TestDeployment around) {
        return around.stores().ledgerInbox().waiting(1_000).stream()
                .filter(draft -> draft.type() == LedgerEntryType.COLLECT_BATCH)
                .map(LedgerDraft::payload)
                .mapToLong(
                        payload -> Long.parseLong(payload.replaceAll(".*\"items\":(\\d+).*", "$1")))
                .sum();
    }
}
