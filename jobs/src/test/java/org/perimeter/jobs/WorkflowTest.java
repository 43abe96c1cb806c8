// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.testkit.source.SourceScript;
import org.perimeter.jobs.fixture.TestDeployment;
import org.perimeter.jobs.fixture.TestPosts;
import org.perimeter.jobs.fixture.TestRulebook;
import org.perimeter.jobs.fixture.WordAnalyzers;
import org.perimeter.policy.model.Alert;
import org.perimeter.policy.model.AlertState;
import org.perimeter.policy.model.LedgerEntryType;
import org.perimeter.policy.model.StoredPost;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

class WorkflowTest {

    @RegisterExtension
    static final MiniClusterExtension CLUSTER =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(2)
                            .build());

    @TempDir Path folder;

    private final Instant start = Instant.now();
    private final SourceScript script = SourceScript.open(TestPosts.SOURCE);
    private TestDeployment deployment;
    private JobClient job;

    @BeforeEach
    void startJob() throws Exception {
        deployment = new TestDeployment(folder, TestRulebook.at(start), start);
        deployment.stores().incidents().put(TestPosts.incident("manual:1", start));
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(
                        FlinkSettings.of(
                                folder.resolve("checkpoints"), Duration.ofMillis(300), null));
        env.setParallelism(2);
        Clock clock = Clock.systemUTC();
        Stations stations =
                Stations.of(
                        new WordAnalyzers(),
                        deployment.rulebooks(),
                        deployment.keyring(),
                        deployment.factory(),
                        clock);
        MonitoringJob.defineWorkflow(
                env,
                JobSources.of(List.of(script.factory()), deployment.factory(), clock),
                stations,
                JobSinks.of(deployment.factory(), stations.run(), clock));
        job = env.executeAsync();
    }

    @AfterEach
    void stopJob() throws Exception {
        job.cancel().get();
        script.close();
    }

    @Test
    void takesReportsOfTwoAuthorsToTheStoreAndRaisesAnAlert() {
        // Given
        script.deliver(
                TestPosts.upsert(TestPosts.report("p1", "ann", Instant.now())),
                TestPosts.upsert(
                        TestPosts.post(
                                "p2",
                                "ben",
                                "we heard many shots near the food court @ann",
                                TestPosts.MALL,
                                Instant.now())),
                TestPosts.upsert(
                        TestPosts.post("p3", "cat", "nice weather", TestPosts.MALL, Instant.now())),
                TestPosts.upsert(
                        TestPosts.post("p4", "dan", "shots!", TestPosts.ELSEWHERE, Instant.now())));

        // When
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !deployment.stores().alerts().list("manual:1", 10).isEmpty());

        // Then
        Alert alert = deployment.stores().alerts().list("manual:1", 10).get(0);
        assertThat(alert.state()).isEqualTo(AlertState.RAISED);
        assertThat(alert.authors()).isEqualTo(2);
        await().until(() -> find("p1") != null && find("p2") != null);
        assertThat(find("p2").text()).doesNotContain("ann").contains("food court");
        assertThat(find("p3")).isNull();
        assertThat(find("p4")).isNull();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(deployment.stores().ledgerInbox().waiting(100))
                                        .extracting(draft -> draft.type())
                                        .contains(
                                                LedgerEntryType.COLLECT_BATCH,
                                                LedgerEntryType.ALERT));
        assertThat(deployment.stores().tallies().total())
                .containsEntry("seen", 4L)
                .containsEntry("gate/COLLECT/ALLOWED", 4L)
                .containsEntry("waited", 1L);
    }

    private StoredPost find(String postId) {
        return deployment
                .stores()
                .posts()
                .find(deployment.documentId("manual:1", postId))
                .orElse(null);
    }
}
