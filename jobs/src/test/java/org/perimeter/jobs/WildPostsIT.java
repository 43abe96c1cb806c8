// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.jobs.fixture.TestPosts;
import org.perimeter.jobs.fixture.WildPost;
import org.perimeter.policy.model.decision.DeadLetter;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.decision.Stage;
import org.perimeter.policy.model.post.PostEvent;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/** What a careless connector may bring, through the whole graph: it never restarts the job. */
class WildPostsIT {

    private static final String INCIDENT = "manual:1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    static final MiniClusterExtension CLUSTER =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(2)
                            .build());

    @TempDir Path folder;

    private final Instant start = Instant.now();
    private TestJob job;

    @BeforeEach
    void startJob() throws Exception {
        job = new TestJob(folder);
        job.put(TestPosts.incident(INCIDENT, start));
        job.start();
    }

    @AfterEach
    void stopJob() {
        job.close();
    }

    @Test
    void refusesAWholeClassOfWildPostsAndAdmitsTheirNeighbours() {
        // Given
        List<PostEvent> wild =
                List.of(
                        wild("w1").media(many("@a ".repeat(4_096), 32)).event(),
                        wild("x".repeat(100_000)).event(),
                        wild("w2").permalink("https://a.invalid/" + "y".repeat(500_000)).event(),
                        wild("w3").languages(many("en", 10_000)).event(),
                        wild("w4").placed(50, "z".repeat(300_000)).event(),
                        wild("w5").text("shots fired \ud83d").event(),
                        wild("w6\udc00").event(),
                        wild("w7").placed(1e300, "mall").event(),
                        wild("w8").at(Instant.MIN).event(),
                        wild("w9").at(Instant.MAX).event(),
                        wild("w10").version(Long.MIN_VALUE).event(),
                        TestPosts.delete("d".repeat(70_000), start),
                        TestPosts.deleteAuthor("e".repeat(70_000), start));

        // When
        job.script().deliver(sane("before"));
        job.script().deliver(wild.toArray(PostEvent[]::new));
        job.script().deliver(sane("after"));

        // Then
        await().atMost(PATIENCE).until(() -> letters().size() == wild.size());
        await().atMost(PATIENCE).until(() -> job.find(INCIDENT, "after") != null);
        await().atMost(PATIENCE).until(() -> job.find(INCIDENT, "before") != null);
        assertThat(job.script().openings()).as("starts of the source").hasSize(1);
        assertThat(letters()).extracting(DeadLetter::stage).containsOnly(Stage.INGEST);
        assertThat(letters())
                .extracting(DeadLetter::reason)
                .containsOnly(
                        DeadLetterReason.TOO_LARGE,
                        DeadLetterReason.MALFORMED_TEXT,
                        DeadLetterReason.BAD_COORDINATES,
                        DeadLetterReason.BAD_TIMESTAMP);
        assertThat(letters().toString()).doesNotContain("shots", "w1", "xxx", "invalid", "ann");
    }

    @Test
    void aDeleteIsObeyedWhateverItSaysOfItsAuthor() {
        // Given
        job.script().deliver(sane("p1"));
        await().atMost(PATIENCE).until(() -> job.find(INCIDENT, "p1") != null);
        PostEvent delete = TestPosts.delete("p1", Instant.now());

        // When
        job.script()
                .deliver(
                        new PostEvent(
                                delete.operation(),
                                delete.source(),
                                delete.network(),
                                delete.postId(),
                                "f".repeat(100_000),
                                delete.witnessedAt(),
                                delete.version(),
                                null));

        // Then
        await().atMost(PATIENCE).until(() -> job.find(INCIDENT, "p1") == null);
    }

    private List<DeadLetter> letters() {
        return job.deployment().stores().deadLetters().list(100);
    }

    private PostEvent sane(String id) {
        return TestPosts.upsert(TestPosts.report(id, "ann-" + id, Instant.now()));
    }

    private WildPost wild(String id) {
        return WildPost.of(TestPosts.report(id, "ann", start));
    }

    private static String[] many(String each, int count) {
        return Collections.nCopies(count, each).toArray(String[]::new);
    }
}
