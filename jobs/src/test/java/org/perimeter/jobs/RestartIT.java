// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.testkit.source.SourceScript;
import org.perimeter.jobs.fixture.DeadlyClock;
import org.perimeter.jobs.fixture.TestPosts;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.decision.LedgerEntryType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

class RestartIT {

    private static final String INCIDENT = "manual:1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int POSTS = 60;

    @RegisterExtension
    static final MiniClusterExtension CLUSTER =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(2)
                            .build());

    @TempDir Path folder;

    @Test
    void losesAndDoublesNothingWhenATaskIsKilledAndStartedAgain() throws Exception {
        DeadlyClock clock = new DeadlyClock();
        try (TestJob job = new TestJob(folder).with(clock)) {
            // Given
            job.put(TestPosts.incident(INCIDENT, Instant.now()));
            job.start();
            deliver(job.script(), 0, POSTS / 2);
            await().atMost(PATIENCE).until(() -> stored(job).size() == POSTS / 2);
            await().atMost(PATIENCE).until(() -> ledgerItems(job) == POSTS / 2);

            // When
            clock.killOnce();
            deliver(job.script(), POSTS / 2, POSTS);

            // Then
            await().atMost(PATIENCE).until(() -> stored(job).size() == POSTS);
            assertThat(clock.hasKilled()).isTrue();
            assertThat(stored(job)).doesNotHaveDuplicates();
            await().atMost(PATIENCE).until(() -> ledgerItems(job) == POSTS);
            await().atMost(PATIENCE).until(() -> job.tally("seen") == POSTS);
            await().atMost(PATIENCE).until(() -> job.tally("admission/ADMIT/ALLOWED") == POSTS);
            assertThat(job.script().openings()).hasSizeGreaterThan(1);
            assertThat(numbers(job)).isSorted().doesNotHaveDuplicates().startsWith(1L);
            assertThat(numbers(job).get(numbers(job).size() - 1)).isEqualTo(numbers(job).size());
        }
    }

    @Test
    void goesOnWithTheOtherSourcesWhenOneFails() throws Exception {
        try (TestJob job = new TestJob(folder);
                SourceScript bad = SourceScript.open("bad-feed")) {
            // Given
            job.put(TestPosts.incident(INCIDENT, Instant.now()));
            bad.failOnce("no route to the platform");
            job.start(bad.factory());

            // When
            deliver(job.script(), 0, 3);

            // Then
            await().atMost(PATIENCE).until(() -> stored(job).size() == 3);
        }
    }

    private static void deliver(SourceScript script, int from, int to) {
        for (int i = from; i < to; i++) {
            script.deliver(
                    TestPosts.upsert(TestPosts.report("p" + i, "author" + i, Instant.now())));
        }
    }

    private static List<String> stored(TestJob job) {
        return job.deployment().stores().posts().idsOfIncident(INCIDENT, 1_000);
    }

    private static List<Long> numbers(TestJob job) {
        return job.deployment().stores().ledgerInbox().waiting(1_000).stream()
                .map(LedgerDraft::sequence)
                .toList();
    }

    /** How many stored posts the ledger was told of, over all batches. */
    private static long ledgerItems(TestJob job) {
        return job.deployment().stores().ledgerInbox().waiting(1_000).stream()
                .filter(draft -> draft.type() == LedgerEntryType.COLLECT_BATCH)
                .map(LedgerDraft::payload)
                .mapToLong(
                        payload -> Long.parseLong(payload.replaceAll(".*\"items\":(\\d+).*", "$1")))
                .sum();
    }
}
