// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.elasticsearch.ElasticStoresFactory;
import org.perimeter.connectors.elasticsearch.node.LocalNode;
import org.perimeter.connectors.elasticsearch.node.LocalNodeConfig;
import org.perimeter.connectors.spi.store.PostQuery;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.connectors.testkit.source.SourceScript;
import org.perimeter.jobs.close.CloseStation;
import org.perimeter.jobs.fixture.TestDeployment;
import org.perimeter.jobs.fixture.TestPosts;
import org.perimeter.jobs.fixture.TestRulebook;
import org.perimeter.jobs.fixture.VouchingReading;
import org.perimeter.jobs.fixture.WordAnalyzers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A real Elasticsearch is killed in the middle of a run and started again. */
class StoreOutageIT {

    private static final String INCIDENT = "manual:1";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int HEAP_MB = 256;
    private static final int POSTS = 300;

    @RegisterExtension
    static final MiniClusterExtension CLUSTER =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(1)
                            .build());

    @TempDir Path folder;

    private final Path nodeHome = Path.of(System.getProperty("perimeter.node.home", "none"));

    @BeforeEach
    void needsTheLocalNode() {
        boolean built = Files.exists(nodeHome.resolve("launcher.jar"));
        if (Boolean.getBoolean("engine.required")) {
            assertThat(built).as("the local node is built").isTrue();
        }
        assumeTrue(built, "the local node is not built");
    }

    @Test
    void losesAndDoublesNothingWhenElasticsearchIsKilledAndStartedAgain() throws Exception {
        // Given
        LocalNode node = LocalNode.start(node(0));
        int port = node.port();
        SourceScript script = SourceScript.open(TestPosts.SOURCE);
        ElasticStoresFactory factory = new ElasticStoresFactory(node.url(), "outage");
        try (Stores stores = factory.open()) {
            stores.prepare();
            JobClient job = start(script, factory, stores);
            deliver(script, 0, POSTS / 3);
            await().atMost(PATIENCE).until(() -> count(stores) == POSTS / 3);

            // When
            assertThat(ProcessHandle.of(node.pid()).orElseThrow().destroyForcibly()).isTrue();
            deliver(script, POSTS / 3, POSTS);
            node.close();
            node = LocalNode.start(node(port));

            // Then
            await().atMost(PATIENCE).until(() -> count(stores) >= POSTS);
            assertThat(stores.posts().idsOfIncident(INCIDENT, POSTS * 2))
                    .hasSize(POSTS)
                    .doesNotHaveDuplicates();
            assertThat(stores.deadLetters().list(10)).isEmpty();
            job.cancel().get();
        } finally {
            script.close();
            node.close();
        }
    }

    private LocalNodeConfig node(int port) {
        return new LocalNodeConfig(nodeHome, folder.resolve("data"), port, HEAP_MB);
    }

    private JobClient start(SourceScript script, ElasticStoresFactory factory, Stores stores)
            throws Exception {
        Instant now = Instant.now();
        // The ledger is not drained while the store is away; that must not close the gate here.
        TestRulebook patient = TestRulebook.at(now).withValue("AUD-01", "300");
        TestDeployment around = new TestDeployment(folder, patient, now);
        stores.rulebooks().activate(patient.signed());
        stores.ledgerInbox().heartbeat(now);
        stores.retentionDiary().finished(now);
        stores.incidents().put(TestPosts.incident(INCIDENT, now));
        stores.incidents().vouch(VouchingReading.NOTE);
        around.stores().incidents().put(TestPosts.incident(INCIDENT, now));
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(
                        FlinkSettings.of(
                                folder.resolve("checkpoints"), Duration.ofSeconds(1), null));
        env.setParallelism(1);
        Clock clock = Clock.systemUTC();
        Stations stations =
                Stations.of(
                        new WordAnalyzers(),
                        () -> CloseStation.NONE,
                        List.of(),
                        around.rulebooks(),
                        around.keyring(),
                        factory,
                        clock);
        MonitoringJob.defineWorkflow(
                env, JobEnds.of(List.of(script.factory()), stations), stations);
        return env.executeAsync();
    }

    private static void deliver(SourceScript script, int from, int to) {
        for (int i = from; i < to; i++) {
            script.deliver(
                    TestPosts.upsert(TestPosts.report("p" + i, "author" + i, Instant.now())));
        }
    }

    /** What can be found; -1 while the store is away. */
    private static long count(Stores stores) {
        try {
            stores.posts().refresh();
            return stores.posts().count(PostQuery.newest(INCIDENT, 1));
        } catch (StoreException e) {
            return -1;
        }
    }
}
