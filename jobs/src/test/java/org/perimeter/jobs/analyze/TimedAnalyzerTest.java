// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.analyze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.perimeter.jobs.fixture.TestPosts;
import org.perimeter.nlp.PostReading;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.reading.Analysis;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

final class TimedAnalyzerTest {

    private static final Duration BUDGET = Duration.ofMillis(60);
    private static final PostReading READ = new PostReading(Analysis.empty("en"), false);

    private final CountDownLatch never = new CountDownLatch(1);
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void aBusyMachineIsNotTheTextsFault() throws Exception {
        // Given
        Post post = post("waits for the processor");
        try (TimedAnalyzer analyzer = analyzer()) {

            // When
            PostReading reading = analyzer.analyze(post, List.of());

            // Then
            assertThat(reading).isEqualTo(READ);
            assertThat(made).hasValue(1);
        }
    }

    @Test
    void aTextThatTakesTheProcessorForTooLongIsGivenUp() throws Exception {
        // Given
        Post post = post("spins");
        try (TimedAnalyzer analyzer = analyzer()) {

            // When
            assertThatExceptionOfType(TimeoutException.class)
                    .isThrownBy(() -> analyzer.analyze(post, List.of()));

            // Then
            assertThat(analyzer.analyze(post("fine"), List.of())).isEqualTo(READ);
            assertThat(made).hasValue(2);
        }
    }

    @Test
    void aTextThatHangsIsGivenUpToo() throws Exception {
        // Given
        Post post = post("hangs");
        try (TimedAnalyzer analyzer = analyzer()) {

            // When
            assertThatExceptionOfType(TimeoutException.class)
                    .isThrownBy(() -> analyzer.analyze(post, List.of()));

            // Then
            assertThat(analyzer.analyze(post("fine"), List.of())).isEqualTo(READ);
        }
    }

    private TimedAnalyzer analyzer() {
        return new TimedAnalyzer(
                () -> {
                    made.incrementAndGet();
                    return (post, neighbourhoods) -> read(post.text());
                },
                BUDGET);
    }

    private PostReading read(String text) {
        try {
            switch (text) {
                case "waits for the processor" -> {
                    boolean unused = never.await(2 * BUDGET.toMillis(), TimeUnit.MILLISECONDS);
                }
                case "hangs" -> never.await();
                case "spins" -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        Thread.onSpinWait();
                    }
                }
                default -> assertThat(text).isEqualTo("fine");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return READ;
    }

    private static Post post(String text) {
        return TestPosts.post("p", "quill", text, TestPosts.MALL, Instant.EPOCH);
    }
}
