// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.decision.Outcome;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

class AuditLogTest {

    private static final AuditEvent EVENT =
            new AuditEvent(
                    LedgerEntryType.SEARCH, "AUD-02", Outcome.ADMIT, "analyst-1", Map.of("n", 1));

    /** What was handed in and waits for its fsync. */
    private record Waiting(LedgerDraft draft, CompletableFuture<Long> durable) {}

    private final BlockingQueue<Waiting> handedIn = new LinkedBlockingQueue<>();
    private final AuditLog log = new AuditLog(this::submit, Clock.systemUTC(), () -> "00ff");
    private final ExecutorService requests = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        requests.shutdownNow();
    }

    @Test
    @Control("AUD-01")
    void letsManyWaitForTheSameFsync() throws Exception {
        // When
        List<Future<Long>> answers = List.of(ask(), ask(), ask());
        // All three are with the writer while none of them is durable yet.
        List<Waiting> group = List.of(next(), next(), next());

        // Then
        assertThat(group)
                .extracting(waiting -> waiting.draft().sequence())
                .containsExactly(1L, 2L, 3L);
        assertThat(group)
                .extracting(waiting -> waiting.draft().producer())
                .containsOnly(group.get(0).draft().producer());
        assertThat(answers).noneMatch(Future::isDone);
        for (int i = 0; i < 3; i++) {
            group.get(i).durable().complete(40L + i);
        }
        assertThat(List.of(value(answers.get(0)), value(answers.get(1)), value(answers.get(2))))
                .containsExactlyInAnyOrder(40L, 41L, 42L);
    }

    @Test
    @Control("AUD-01")
    void numbersAnewAfterOneWhoseFateIsUnknown() throws Exception {
        // Given
        Future<Long> first = ask();
        Waiting failed = next();
        failed.durable().completeExceptionally(new AuditUnavailableException(null));
        assertThatThrownBy(first::get).hasCauseInstanceOf(AuditUnavailableException.class);

        // When
        Future<Long> second = ask();
        Waiting after = next();
        after.durable().complete(7L);

        // Then
        assertThat(value(second)).isEqualTo(7);
        assertThat(after.draft().sequence()).isEqualTo(1);
        assertThat(after.draft().producer()).isNotEqualTo(failed.draft().producer());
    }

    @Test
    @Control("AUD-01")
    void recordsAgainUnderANewNumberWhatOnlyFollowedOneThatFailed() throws Exception {
        // Given
        Future<Long> first = ask();
        Waiting failed = next();
        Future<Long> second = ask();
        Waiting follower = next();

        // When
        failed.durable().completeExceptionally(new AuditUnavailableException(null));
        follower.durable().completeExceptionally(new EntryOutOfOrderException());
        Waiting again = next();
        again.durable().complete(9L);

        // Then
        assertThatThrownBy(first::get).hasCauseInstanceOf(AuditUnavailableException.class);
        assertThat(value(second)).isEqualTo(9);
        assertThat(again.draft().producer()).isNotEqualTo(failed.draft().producer());
        assertThat(again.draft().sequence()).isEqualTo(1);
    }

    @Test
    void refusesWhenEvenTheNewNumberIsOutOfOrder() throws Exception {
        // When
        Future<Long> answer = ask();
        next().durable().completeExceptionally(new EntryOutOfOrderException());
        next().durable().completeExceptionally(new EntryOutOfOrderException());

        // Then
        assertThatThrownBy(answer::get).hasCauseInstanceOf(AuditUnavailableException.class);
    }

    private Future<Long> ask() {
        return requests.submit(() -> log.record(EVENT));
    }

    private Waiting next() throws InterruptedException {
        Waiting waiting = handedIn.poll(10, TimeUnit.SECONDS);
        assertThat(waiting).as("nobody handed anything in").isNotNull();
        return waiting;
    }

    private PendingEntry submit(LedgerDraft draft) {
        Waiting waiting = new Waiting(draft, new CompletableFuture<>());
        handedIn.add(waiting);
        return () -> {
            try {
                return waiting.durable().join();
            } catch (CompletionException e) {
                throw (RuntimeException) e.getCause();
            }
        };
    }

    private static long value(Future<Long> answer) throws Exception {
        return answer.get(10, TimeUnit.SECONDS);
    }
}
