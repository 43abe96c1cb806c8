// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs;

import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.source.PostSourceFactory;
import org.perimeter.connectors.testkit.source.SourceScript;
import org.perimeter.jobs.fixture.SureReader;
import org.perimeter.jobs.fixture.TestDeployment;
import org.perimeter.jobs.fixture.TestPosts;
import org.perimeter.jobs.fixture.TestRulebook;
import org.perimeter.jobs.fixture.WordAnalyzers;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.post.StoredPost;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The whole graph on a mini cluster, between a scripted source and stores in memory. */
final class TestJob implements AutoCloseable {

    static final Duration CHECKPOINT_EVERY = Duration.ofMillis(250);

    private static final long END_SECONDS = 30;

    private final Path folder;
    private final SourceScript script = SourceScript.open(TestPosts.SOURCE);
    private final TestDeployment deployment;
    private Clock clock = Clock.systemUTC();
    private @Nullable JobClient client;

    TestJob(Path folder, TestRulebook rulebook) throws Exception {
        this.folder = folder;
        this.deployment = new TestDeployment(folder, rulebook, Instant.now());
    }

    TestJob(Path folder) throws Exception {
        this(folder, TestRulebook.at(Instant.now()));
    }

    TestJob with(Clock other) {
        clock = other;
        return this;
    }

    /** Starts the graph with these sources beside the script. */
    TestJob start(PostSourceFactory... more) throws Exception {
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(
                        FlinkSettings.of(checkpoints(), CHECKPOINT_EVERY, null));
        env.setParallelism(2);
        Stations stations =
                Stations.of(
                        new WordAnalyzers(),
                        SureReader::new,
                        List.of(),
                        deployment.rulebooks(),
                        deployment.keyring(),
                        deployment.factory(),
                        clock);
        List<PostSourceFactory> posts = new ArrayList<>(List.of(more));
        posts.add(script.factory());
        MonitoringJob.defineWorkflow(env, JobEnds.of(posts, stations), stations);
        client = env.executeAsync();
        return this;
    }

    SourceScript script() {
        return script;
    }

    TestDeployment deployment() {
        return deployment;
    }

    JobClient client() {
        if (client == null) {
            throw new IllegalStateException("not started");
        }
        return client;
    }

    Path checkpoints() {
        return folder.resolve("checkpoints");
    }

    void put(Incident incident) {
        deployment.stores().incidents().put(incident);
    }

    @Nullable StoredPost find(String incidentId, String postId) {
        String id = deployment.documentId(incidentId, postId);
        return deployment.stores().posts().find(id).orElse(null);
    }

    /** The same when it must be there. */
    StoredPost get(String incidentId, String postId) {
        return Objects.requireNonNull(find(incidentId, postId), "the post is not stored");
    }

    long tally(String key) {
        return deployment.stores().tallies().total().getOrDefault(key, 0L);
    }

    /** Says that the ledger is being drained, as the sequencer would. */
    void drained() {
        deployment.stores().ledgerInbox().heartbeat(Instant.now());
    }

    @Override
    public void close() {
        script.close();
        if (client != null) {
            // It may have ended by itself; then there is nothing to cancel.
            client.cancel().exceptionally(ended -> null).join();
            // Until it is over it writes checkpoints, also into a folder that is being deleted.
            client.getJobExecutionResult()
                    .orTimeout(END_SECONDS, TimeUnit.SECONDS)
                    .exceptionally(cancelled -> null)
                    .join();
        }
    }
}
