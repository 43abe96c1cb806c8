// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.policy.controls.Control;
import org.perimeter.search.access.AuditUnavailableException;
import org.perimeter.search.access.PendingEntry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

class LedgerSequencerTest {

    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir private Path folder;

    @Test
    @Control("AUD-01")
    void givesTheIndexOfAnEntryThatIsDurable() throws IOException {
        // Given
        TestLedger ledger = new TestLedger(folder);
        try (LedgerSequencer sequencer = LedgerSequencer.start(ledger::open, CLOCK)) {
            sequencer.record(TestLedger.draft("console-1", 1));

            // When
            long index = sequencer.record(TestLedger.draft("console-1", 2));

            // Then
            sequencer.awaitPublished();
            assertThat(index).isEqualTo(1);
            assertThat(ledger.verify().size()).isEqualTo(2);
        }
    }

    @Test
    void recordsEveryoneOnceWhenManyAskAtTheSameTime() throws Exception {
        // Given
        TestLedger ledger = new TestLedger(folder);
        ExecutorService askers = Executors.newFixedThreadPool(16);
        try (LedgerSequencer sequencer = LedgerSequencer.start(ledger::open, CLOCK)) {
            List<Callable<Long>> asked =
                    IntStream.range(0, 200)
                            .<Callable<Long>>mapToObj(
                                    n -> () -> sequencer.record(TestLedger.draft("p-" + n, 1)))
                            .toList();

            // When
            List<Future<Long>> answers = askers.invokeAll(asked);

            // Then
            List<Long> indexes = answers.stream().map(LedgerSequencerTest::value).toList();
            sequencer.awaitPublished();
            assertThat(indexes).doesNotHaveDuplicates().allMatch(n -> n >= 0 && n < 200);
            assertThat(ledger.verify().size()).isEqualTo(200);
        } finally {
            askers.shutdownNow();
        }
    }

    @Test
    void commitsWhatManyHandedInMeanwhileAsOneGroup() throws IOException {
        // Given
        TestLedger ledger = new TestLedger(folder);
        HoldingClock clock = new HoldingClock();
        try (LedgerSequencer sequencer = LedgerSequencer.start(ledger::open, clock)) {
            sequencer.record(TestLedger.draft("p", 1));

            // When
            // The writer is held up after its next group, so that all others gather.
            clock.hold();
            List<PendingEntry> entries =
                    IntStream.rangeClosed(2, 100)
                            .mapToObj(n -> sequencer.submit(TestLedger.draft("p", n)))
                            .toList();
            clock.letGo();

            // Then
            assertThat(entries)
                    .extracting(PendingEntry::await)
                    .containsExactlyElementsOf(LongStream.range(1, 100).boxed().toList());
            // The writer looks at the time once a round: few rounds for all of them.
            assertThat(clock.rounds()).isLessThan(20);
        }
    }

    @Test
    @Control("AUD-01")
    void refusesWhileTheLedgerCannotBeWrittenAndGoesOnAfterwards() throws IOException {
        // Given
        TestLedger ledger = new TestLedger(folder);
        AtomicBoolean broken = new AtomicBoolean();
        LedgerOpener opener =
                () -> {
                    if (broken.get()) {
                        throw new IOException("no space left");
                    }
                    return ledger.open();
                };
        try (LedgerSequencer sequencer = LedgerSequencer.start(opener, CLOCK)) {
            sequencer.record(TestLedger.draft("p", 1));
            sequencer.awaitPublished();
            broken.set(true);
            Files.move(folder.resolve("tile"), folder.resolve("moved"));
            Files.writeString(folder.resolve("tile"), "a file where a folder must be");

            // When
            // Durable in the journal, but the writer cannot publish it and must open anew.
            assertThat(sequencer.record(TestLedger.draft("p", 2))).isEqualTo(1);
            sequencer.awaitPublished();
            assertThatThrownBy(() -> sequencer.record(TestLedger.draft("p", 3)))
                    .isInstanceOf(AuditUnavailableException.class);
            assertThatThrownBy(() -> sequencer.record(TestLedger.draft("q", 1)))
                    .isInstanceOf(AuditUnavailableException.class);
            Files.delete(folder.resolve("tile"));
            Files.move(folder.resolve("moved"), folder.resolve("tile"));
            broken.set(false);
            long index = sequencer.record(TestLedger.draft("q", 1));

            // Then
            // What was acknowledged is there, what was refused is not; nothing is doubled.
            assertThat(index).isEqualTo(2);
            sequencer.awaitPublished();
            assertThat(ledger.verify().problem()).isNull();
            assertThat(ledger.verify().size()).isEqualTo(3);
        }
    }

    @Test
    void refusesWhatCannotBeRecordedWithoutSpoilingOthers() throws Exception {
        // Given
        TestLedger ledger = new TestLedger(folder);
        Submission good = Submission.of(TestLedger.drafts("p", 1, 2));
        Submission bad = Submission.of(List.of(TestLedger.draft("q", 1, "x".repeat(70_000))));
        Submission late = Submission.of(TestLedger.drafts("r", 1, 1));

        // When
        try (var open = ledger.open()) {
            new GroupCommit(open, new Publication()).commit(List.of(good, bad, late));
        }

        // Then
        assertThat(good.done().get().indexOf(TestLedger.draft("p", 2))).isEqualTo(1);
        assertThat(late.done().get().indexOf(TestLedger.draft("r", 1))).isEqualTo(2);
        assertThat(bad.done()).isCompletedExceptionally();
        assertThat(ledger.verify().size()).isEqualTo(3);
    }

    @Test
    void refusesADraftThatIsNotTheNext() throws IOException {
        // Given
        TestLedger ledger = new TestLedger(folder);
        try (LedgerSequencer sequencer = LedgerSequencer.start(ledger::open, CLOCK)) {
            sequencer.record(TestLedger.draft("p", 1));

            // When / Then
            assertThatThrownBy(() -> sequencer.record(TestLedger.draft("p", 1)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> sequencer.record(TestLedger.draft("p", 3)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(ledger.verify().size()).isEqualTo(1);
        }
    }

    @Test
    void letsTheLedgerGoWhenClosedAndRefusesFromThenOn() throws IOException {
        // Given
        TestLedger ledger = new TestLedger(folder);
        LedgerSequencer sequencer = LedgerSequencer.start(ledger::open, CLOCK);
        assertThatThrownBy(ledger::open).hasMessageContaining("another writer");

        // When
        sequencer.close();

        // Then
        ledger.open().close();
        assertThatThrownBy(() -> sequencer.record(TestLedger.draft("p", 1)))
                .isInstanceOf(AuditUnavailableException.class);
    }

    @Test
    @Control("AUD-04")
    void publishesTheCheckpointAnewAfterAMinuteWithoutEvents() throws IOException {
        // Given
        TestLedger ledger = new TestLedger(folder);
        SteppingClock clock = new SteppingClock(Instant.parse("2026-11-24T05:00:00Z"));
        Path checkpoint = folder.resolve("checkpoint");
        try (LedgerSequencer sequencer = LedgerSequencer.start(ledger::open, clock)) {
            sequencer.record(TestLedger.draft("p", 1));
            FileTime longAgo = FileTime.from(Instant.EPOCH);
            Files.setLastModifiedTime(checkpoint, longAgo);

            // When
            clock.step(Duration.ofSeconds(61));

            // Then
            await().untilAsserted(
                            () ->
                                    assertThat(Files.getLastModifiedTime(checkpoint))
                                            .isGreaterThan(longAgo));
            assertThat(ledger.verify().ok()).isTrue();
        }
    }

    private static long value(Future<Long> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Keeps whoever asks for the time waiting while it is held. */
    private static final class HoldingClock extends Clock {

        private volatile CountDownLatch gate = new CountDownLatch(0);

        private final AtomicInteger rounds = new AtomicInteger();

        int rounds() {
            return rounds.get();
        }

        void hold() {
            gate = new CountDownLatch(1);
        }

        void letGo() {
            gate.countDown();
        }

        @Override
        public Instant instant() {
            rounds.incrementAndGet();
            try {
                gate.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Instant.EPOCH;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
