// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.spi.store.LedgerInbox;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.WriteOutcome;
import org.perimeter.connectors.testkit.store.memory.InMemoryLedgerInbox;
import org.perimeter.connectors.testkit.store.memory.InMemoryStores;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.LedgerDraft;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

class InboxDrainTest {

    private static final Instant NOW = Instant.parse("2026-11-24T05:00:00Z");

    private final InMemoryStores stores = new InMemoryStores();
    private final InMemoryLedgerInbox inbox = new InMemoryLedgerInbox();
    private final SteppingClock clock = new SteppingClock(NOW);
    @TempDir private Path folder;
    private TestLedger ledger;
    private LedgerSequencer sequencer;
    private InboxDrain drain;

    @BeforeEach
    void start() throws IOException {
        ledger = new TestLedger(folder);
        sequencer = LedgerSequencer.start(ledger::open, clock);
        drain = new InboxDrain(inbox, sequencer, ledger.recorded(), docket(), clock);
    }

    private DocketDesk docket() {
        return ledger.docket(stores.incidents());
    }

    @AfterEach
    void stop() {
        sequencer.close();
    }

    @Test
    void appendsInOrderThenDeletesThenSaysThatItDrained() throws IOException {
        // Given
        write(TestLedger.drafts("jobs-a", 1, 700));
        write(TestLedger.drafts("jobs-b", 1, 700));

        // When
        drain.drain();

        // Then
        sequencer.awaitPublished();
        assertThat(ledger.verify().size()).isEqualTo(1400);
        assertThat(inbox.waiting(10)).isEmpty();
        assertThat(inbox.lastDrained()).contains(NOW);
    }

    @Test
    void saysThatItDrainedWhenNothingWaits() {
        // When
        drain.drain();

        // Then
        assertThat(inbox.lastDrained()).contains(NOW);
    }

    @Test
    void keepsDraftsBeyondAGapAndStaysSilentUntilItIsClosed() throws IOException {
        // Given
        write(List.of(TestLedger.draft("jobs-a", 1), TestLedger.draft("jobs-a", 3)));
        write(TestLedger.drafts("jobs-b", 1, 2));

        // When
        drain.drain();
        List<LedgerDraft> left = inbox.waiting(10);
        boolean silent = inbox.lastDrained().isEmpty();
        write(TestLedger.drafts("jobs-a", 2, 2));
        drain.drain();

        // Then
        assertThat(left).containsExactly(TestLedger.draft("jobs-a", 3));
        assertThat(silent).isTrue();
        assertThat(inbox.waiting(10)).isEmpty();
        assertThat(inbox.lastDrained()).contains(NOW);
        sequencer.awaitPublished();
        assertThat(ledger.verify().size()).isEqualTo(5);
    }

    @Test
    void deletesWithoutAppendingWhatIsAlreadyInTheLedger() throws IOException {
        // Given
        sequencer.append(TestLedger.drafts("jobs-a", 1, 3));
        write(TestLedger.drafts("jobs-a", 1, 4));

        // When
        drain.drain();

        // Then
        sequencer.awaitPublished();
        assertThat(ledger.verify().size()).isEqualTo(4);
        assertThat(inbox.waiting(10)).isEmpty();
    }

    @Test
    void staysSilentWhenTheLedgerDoesNotTakeTheDrafts() {
        // Given
        write(TestLedger.drafts("jobs-a", 1, 3));
        sequencer.close();

        // When
        drain.drain();

        // Then
        assertThat(inbox.waiting(10)).hasSize(3);
        assertThat(inbox.lastDrained()).isEmpty();
    }

    @Test
    void staysSilentAboutADraftThatCannotBeRecorded() throws IOException {
        // Given
        write(List.of(TestLedger.draft("jobs-a", 1, "x".repeat(70_000))));

        // When
        drain.drain();

        // Then
        assertThat(inbox.waiting(10)).hasSize(1);
        assertThat(inbox.lastDrained()).isEmpty();
        sequencer.awaitPublished();
        assertThat(ledger.verify().size()).isZero();
    }

    @Test
    void recordsADraftWithoutANumberOnceHoweverOftenItIsHandedIn() throws IOException {
        // Given
        LedgerDraft first = TestLedger.draft("", 0, "AUD-02");
        LedgerDraft second = TestLedger.draft("", 0, "AUD-03");
        write(List.of(first, TestLedger.draft("jobs-a", 1)));
        drain.drain();

        // When
        write(List.of(first, second));
        drain.drain();

        // Then
        assertThat(inbox.waiting(10)).isEmpty();
        sequencer.awaitPublished();
        assertThat(ledger.verify().size()).isEqualTo(3);
    }

    @Test
    @Control("AUD-02")
    void recordsADraftWhoseNumberStandsForAnotherOne() throws IOException {
        // Given
        write(TestLedger.drafts("jobs-a", 1, 3));
        drain.drain();

        // When
        write(List.of(TestLedger.draft("jobs-a", 2), TestLedger.draft("jobs-a", 3, "RET-03")));
        drain.drain();

        // Then
        assertThat(inbox.waiting(10)).isEmpty();
        assertThat(inbox.lastDrained()).contains(NOW);
        sequencer.awaitPublished();
        assertThat(ledger.verify().size()).isEqualTo(4);
    }

    @Test
    @Control("AUD-02")
    void recordsBothOfTwoDraftsThatBearOneNumber() throws IOException {
        // Given
        write(List.of(TestLedger.draft("jobs-a", 1), TestLedger.draft("jobs-a", 1, "RET-03")));

        // When
        drain.drain();

        // Then
        assertThat(inbox.waiting(10)).isEmpty();
        sequencer.awaitPublished();
        assertThat(ledger.verify().size()).isEqualTo(2);
    }

    @Test
    void recordsADraftOnceWhenItDiedBeforeItCouldAcknowledge() throws IOException {
        // Given
        write(List.of(TestLedger.draft("", 0, "AUD-02"), TestLedger.draft("", 0, "AUD-03")));
        DyingInbox dying = new DyingInbox(inbox);
        new InboxDrain(dying, sequencer, ledger.recorded(), docket(), clock).drain();
        sequencer.awaitPublished();
        long before = ledger.verify().size();
        write(List.of(TestLedger.draft("", 0, "AUD-04")));

        // When
        new InboxDrain(inbox, sequencer, ledger.recorded(), docket(), clock).drain();

        // Then
        assertThat(before).isEqualTo(2);
        assertThat(inbox.waiting(10)).isEmpty();
        sequencer.awaitPublished();
        assertThat(ledger.verify().size()).isEqualTo(3);
    }

    /** An inbox out of whose reach the store falls when drafts are to be acknowledged. */
    private record DyingInbox(InMemoryLedgerInbox inbox) implements LedgerInbox {

        @Override
        public CompletionStage<List<WriteOutcome>> write(List<LedgerDraft> drafts) {
            return inbox.write(drafts);
        }

        @Override
        public List<LedgerDraft> waiting(int limit) {
            return inbox.waiting(limit);
        }

        @Override
        public void acknowledge(List<LedgerDraft> drafts, Instant at) {
            throw new StoreException("the store went away", true, null);
        }

        @Override
        public void forget(Instant before) {
            inbox.forget(before);
        }

        @Override
        public void heartbeat(Instant drainedAt) {
            inbox.heartbeat(drainedAt);
        }

        @Override
        public Optional<Instant> lastDrained() {
            return inbox.lastDrained();
        }
    }

    @Test
    void goesOnInALoopWhenTheStoreComesBack() throws IOException {
        // Given
        inbox.faults().down();
        LedgerLoop loop = LedgerLoop.start("ledger-inbox", drain::drain, Duration.ofMillis(5));

        // When
        inbox.faults().up();
        write(TestLedger.drafts("jobs-a", 1, 3));

        // Then
        await().until(() -> inbox.waiting(1).isEmpty());
        loop.close();
        sequencer.awaitPublished();
        assertThat(ledger.verify().size()).isEqualTo(3);
    }

    private void write(List<LedgerDraft> drafts) {
        assertThat(inbox.write(drafts).toCompletableFuture().join()).hasSize(drafts.size());
    }
}
