// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.jobs.fixture.TestPosts;
import org.perimeter.jobs.fixture.TestRulebook;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.post.PostEvent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The rewind (control COL-10): a post that matches no incident waits in memory, is found in no
 * file, and vanishes.
 */
class SentinelIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TEXT = "shots heard, the sentinel zqxjkvbwpfgh speaks";
    private static final String POST_ID = "sentinel-post-7f3a9c";
    private static final String AUTHOR = "sentinel-author-51be02";
    private static final List<String> SENTINELS = List.of("zqxjkvbwpfgh", POST_ID, AUTHOR);

    @RegisterExtension
    static final MiniClusterExtension CLUSTER =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(2)
                            .build());

    @TempDir Path folder;

    @Test
    @Control("COL-10")
    void admitsAWaitingPostWhenItsIncidentOpensInTimeAndNoFileEverHeldIt() throws Exception {
        try (TestJob job = new TestJob(folder).start()) {
            // Given
            job.script().deliver(sentinel(Instant.now()));
            await().atMost(PATIENCE).until(() -> job.tally("waited") == 1);
            Set<Path> checkpoints = checkpointsTaken(job, 3);
            assertThat(checkpoints).allSatisfy(this::holdsNoSentinel);
            assertThat(job.deployment().stores().posts().slices()).isEmpty();
            assertThat(job.deployment().stores().deadLetters().list(10)).isEmpty();

            // When
            job.put(TestPosts.incident("manual:1", Instant.now()));

            // Then
            await().atMost(PATIENCE).until(() -> job.find("manual:1", POST_ID) != null);
            assertThat(job.get("manual:1", POST_ID).match().rewound()).isTrue();
            await().atMost(PATIENCE).until(() -> job.tally("rewound") == 1);
        }
    }

    @Test
    void admitsAWaitingPostWhoseNameIsAPlaceOnlyNearTheIncident() throws Exception {
        try (TestJob job = new TestJob(folder).start()) {
            // Given
            Instant witnessed = Instant.now();
            job.script()
                    .deliver(
                            TestPosts.upsert(
                                    TestPosts.post(
                                            POST_ID,
                                            AUTHOR,
                                            TEXT + " at the branch",
                                            null,
                                            witnessed)));
            await().atMost(PATIENCE).until(() -> job.tally("waited") == 1);
            Set<Path> checkpoints = checkpointsTaken(job, 2);

            // When
            job.put(TestPosts.incident("manual:1", Instant.now()));

            // Then
            await().atMost(PATIENCE).until(() -> job.find("manual:1", POST_ID) != null);
            assertThat(job.get("manual:1", POST_ID).match().place().text()).isEqualTo("branch");
            assertThat(checkpoints).isNotEmpty().allSatisfy(this::holdsNoSentinel);
        }
    }

    @Test
    @Control("COL-10")
    void forgetsAWaitingPostWhenItsMinutesAreOver() throws Exception {
        // Given
        TestRulebook threeSeconds = TestRulebook.at(Instant.now()).withValue("COL-10", "0.05");
        try (TestJob job = new TestJob(folder, threeSeconds).start()) {
            job.script().deliver(sentinel(Instant.now()));
            await().atMost(PATIENCE).until(() -> job.tally("waited") == 1);
            await().atMost(PATIENCE).until(() -> job.tally("forgotten") == 1);
            Set<Path> checkpoints = checkpointsTaken(job, 2);

            // When
            job.put(TestPosts.incident("manual:1", Instant.now().minusSeconds(60)));
            job.drained();
            job.script().deliver(TestPosts.upsert(TestPosts.report("p2", "ben", Instant.now())));

            // Then
            await().atMost(PATIENCE).until(() -> job.find("manual:1", "p2") != null);
            assertThat(job.find("manual:1", POST_ID)).isNull();
            assertThat(checkpoints).isNotEmpty();
            assertThat(filesBelow(folder)).allSatisfy(this::holdsNoSentinel);
        }
    }

    /** Waits until so many checkpoints were completed and have been searched. */
    private Set<Path> checkpointsTaken(TestJob job, int count) {
        Set<Path> searched = new TreeSet<>();
        Set<Path> complete = new TreeSet<>();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> {
                            for (Path file : filesBelow(job.checkpoints())) {
                                if (Files.exists(file)) {
                                    holdsNoSentinel(file);
                                    searched.add(file);
                                }
                                if (file.endsWith("_metadata")) {
                                    complete.add(file.getParent());
                                }
                            }
                            return complete.size() >= count;
                        });
        return searched;
    }

    /**
     * Flink deletes old checkpoints while they are looked at; a file that is gone holds nothing.
     */
    private void holdsNoSentinel(Path file) {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Latin-1 keeps every byte, so that a search for characters is one for bytes.
        String bytes = new String(content, StandardCharsets.ISO_8859_1);
        for (String sentinel : SENTINELS) {
            assertThat(bytes.contains(sentinel)).as("UTF-8 in " + file).isFalse();
            assertThat(bytes.contains(wide(sentinel, 1))).as("UTF-16BE in " + file).isFalse();
            assertThat(bytes.contains(wide(sentinel, 0))).as("UTF-16LE in " + file).isFalse();
        }
    }

    private static String wide(String text, int position) {
        StringBuilder wide = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            wide.append(position == 1 ? '\0' : c).append(position == 1 ? c : '\0');
        }
        return wide.toString();
    }

    private static List<Path> filesBelow(Path start) {
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(start)) {
            walk.filter(Files::isRegularFile).forEach(files::add);
        } catch (IOException | UncheckedIOException e) {
            // A checkpoint was deleted under the walk; the next look sees the rest.
            return files;
        }
        return files;
    }

    private static PostEvent sentinel(Instant witnessedAt) {
        return TestPosts.upsert(TestPosts.post(POST_ID, AUTHOR, TEXT, TestPosts.MALL, witnessedAt));
    }
}
