// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.sources.ndjson.NdjsonPostSourceFactory;
import org.perimeter.jobs.fixture.TestPosts;
import org.perimeter.policy.model.decision.DeadLetter;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.decision.Stage;
import org.perimeter.policy.model.post.StoredPost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** What no sane platform sends, from a file through the whole graph: the others are not hurt. */
final class BadPostsIT {

    private static final String INCIDENT = "manual:1";

    /**
     * A source and its network that the default rulebook allows; the job's own script has another.
     */
    private static final String SOURCE = "rss";

    private static final String NETWORK = "web";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String USERS = "https://exercise.invalid/users/";

    @TempDir Path folder;
    private final ScheduledExecutorService sequencer = Executors.newSingleThreadScheduledExecutor();
    private TestJob job;

    @BeforeEach
    void start() throws Exception {
        job = new TestJob(folder);
        // The gate closes when the ledger has not been drained for a while; a start may take
        // longer.
        Future<?> unused =
                sequencer.scheduleWithFixedDelay(() -> job.drained(), 0, 1, TimeUnit.SECONDS);
        job.put(TestPosts.incident(INCIDENT, Instant.now()));
        job.start(new NdjsonPostSourceFactory(SOURCE, NETWORK, file().toString(), 0, true));
    }

    @AfterEach
    void stop() {
        sequencer.shutdownNow();
        job.close();
    }

    @Test
    void aPostOfTenMegabytesIsADeadLetterAndItsNeighboursArrive() throws IOException {
        // Given
        String huge = "shots fired ".repeat(10 * 1024 * 1024 / 12);

        // When
        write(line("before", "shots fired"), line("huge", huge), line("after", "shots fired"));

        // Then
        await().atMost(PATIENCE).until(() -> find("after") != null);
        await().atMost(PATIENCE).until(() -> find("before") != null);
        assertThat(find("huge")).isNull();
        await().atMost(PATIENCE).until(() -> !letters().isEmpty());
        assertThat(letters())
                .extracting(DeadLetter::reason)
                .containsExactly(DeadLetterReason.TOO_LARGE);
        assertThat(letters().toString()).doesNotContain("shots");
    }

    @Test
    void aPostOf393KilobytesOfAltTextsIsOneDeadLetterAndItsNeighboursArrive() throws IOException {
        // Given
        String alt = "{\"type\":\"Image\",\"name\":\"" + "@a ".repeat(4_096) + "\"}";
        String alts = String.join(",", Collections.nCopies(32, alt));
        String huge =
                line("huge", "shots fired")
                        .replace("\"content\":", "\"attachment\":[" + alts + "],\"content\":");

        // When
        write(line("before", "shots fired"), huge, line("after", "shots fired"));

        // Then
        await().atMost(PATIENCE).until(() -> find("after") != null && !letters().isEmpty());
        await().atMost(PATIENCE).until(() -> find("before") != null);
        assertThat(find("huge")).isNull();
        assertThat(letters())
                .singleElement()
                .satisfies(
                        letter -> {
                            assertThat(letter.stage()).isEqualTo(Stage.INGEST);
                            assertThat(letter.reason()).isEqualTo(DeadLetterReason.TOO_LARGE);
                            assertThat(letter.toString()).doesNotContain("@a", "huge");
                        });
    }

    @Test
    void nestingWithoutEndAndNumbersWithoutEndAreDeadLetters() throws IOException {
        // Given
        String deep =
                line("deep", "shots fired")
                        .replace(
                                "\"content\":",
                                "\"tag\":"
                                        + "[".repeat(20_000)
                                        + "]".repeat(20_000)
                                        + ",\"content\":");
        String number = line("number", "shots fired", "9".repeat(5_000) + ", 0");

        // When
        write(deep, number, line("good", "shots fired"));

        // Then
        await().atMost(PATIENCE).until(() -> find("good") != null && letters().size() == 2);
        assertThat(letters())
                .extracting(DeadLetter::reason)
                .containsOnly(DeadLetterReason.TOO_LARGE);
    }

    @Test
    void halvesOfCharactersAreReplacedAndTheRestOfThePostIsKept() throws IOException {
        // Given
        String halves = "shots fired \\ud83d here \\udc00 \\u0000 and \\ud83d\\ude31";

        // When
        write(line("halves", halves));

        // Then
        await().atMost(PATIENCE).until(() -> find("halves") != null);
        StoredPost stored = Objects.requireNonNull(find("halves"));
        assertThat(stored.text()).isEqualTo("shots fired \uFFFD here \uFFFD and \uD83D\uDE31");
        assertThat(letters()).isEmpty();
    }

    @Test
    void anIdWithHalfACharacterIsRefused() throws IOException {
        // Given
        String bad = line("bad\\ud83d", "shots fired");

        // When
        write(bad, line("good", "shots fired"));

        // Then
        await().atMost(PATIENCE).until(() -> find("good") != null);
        await().atMost(PATIENCE).until(() -> !letters().isEmpty());
        assertThat(letters())
                .extracting(DeadLetter::reason)
                .containsExactly(DeadLetterReason.MISSING_FIELD);
    }

    @Test
    void placesThatAreNotOnEarthAreDeadLetters() throws IOException {
        // Given
        List<String> places =
                List.of("91, -140.2", "-30.1, 181", "-30.1, -180.0001", "1e308, 0", "\"x\", 0");

        // When
        write(
                IntStream.range(0, places.size())
                        .mapToObj(i -> line("bad" + i, "shots fired", places.get(i)))
                        .toArray(String[]::new));
        write(line("good", "shots fired"));

        // Then
        await().atMost(PATIENCE).until(() -> find("good") != null);
        await().atMost(PATIENCE).until(() -> letters().size() == places.size());
        assertThat(letters())
                .extracting(DeadLetter::reason)
                .containsOnly(DeadLetterReason.BAD_COORDINATES);
        assertThat(job.deployment().stores().posts().idsOfIncident(INCIDENT, 10)).hasSize(1);
    }

    private @Nullable StoredPost find(String postId) {
        String id =
                job.deployment().incidentKeys().openOrCreate(INCIDENT).documentId(NETWORK, postId);
        return job.deployment().stores().posts().find(id).orElse(null);
    }

    private List<DeadLetter> letters() {
        return job.deployment().stores().deadLetters().list(20);
    }

    private Path file() {
        return folder.resolve("posts.ndjson");
    }

    private void write(String... lines) throws IOException {
        Files.writeString(
                file(),
                String.join("\n", lines) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static String line(String id, String text) {
        return line(
                id,
                text,
                String.format(Locale.ROOT, "%f, %f", TestPosts.MALL.lat(), TestPosts.MALL.lon()));
    }

    private static String line(String id, String text, String latAndLon) {
        String[] place = latAndLon.split(", ", -1);
        String now = Instant.now().toString();
        return "{\"type\":\"Create\",\"actor\":\""
                + USERS
                + "quill\",\"published\":\""
                + now
                + "\",\"object\":{\"type\":\"Note\",\"id\":\""
                + id
                + "\",\"attributedTo\":\""
                + USERS
                + "quill\",\"content\":\""
                + text
                + "\",\"published\":\""
                + now
                + "\",\"to\":[\"https://www.w3.org/ns/activitystreams#Public\"],"
                + "\"location\":{\"type\":\"Place\",\"latitude\":"
                + place[0]
                + ",\"longitude\":"
                + place[1]
                + ",\"radius\":20,\"units\":\"m\"}}}";
    }
}
