// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.testkit.store.memory.InMemoryLedgerSeat;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.ledger.Ledger;
import org.perimeter.search.access.AuditUnavailableException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

class WriterSeatTest {

    private static final Instant START = Instant.parse("2026-12-01T12:00:00Z");

    @TempDir private Path folder;
    @TempDir private Path copy;

    private final InMemoryLedgerSeat seat = new InMemoryLedgerSeat();
    private final AtomicLong nanos = new AtomicLong();

    private WriterSeat writer(TestLedger ledger, String name) {
        return writer(ledger, name, Duration.ZERO);
    }

    private WriterSeat writer(TestLedger ledger, String name, Duration later) {
        Clock clock = Clock.fixed(START.plus(later), ZoneOffset.UTC);
        return new WriterSeat(seat, ledger.tiles(), name, clock, nanos::get);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static TestLedger written(TestLedger ledger, int entries) throws IOException {
        try (Ledger open = ledger.open()) {
            open.append(TestLedger.drafts("jobs-1", 1, entries));
        }
        return ledger;
    }

    @Test
    @Control("AUD-04")
    void letsOneConsoleWriteAtATime() throws IOException {
        // Given
        TestLedger ledger = written(new TestLedger(folder), 3);
        WriterSeat here = writer(ledger, "here");
        here.take();

        // When
        WriterSeat there = writer(ledger, "there", Duration.ofSeconds(19));

        // Then
        assertThatThrownBy(there::take)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is being written by here");
        assertThatCode(here::require).doesNotThrowAnyException();
    }

    @Test
    void isFreeAtOnceForTheSameFolderAndForOthersWhenItLapsed() throws IOException {
        // Given
        TestLedger ledger = written(new TestLedger(folder), 3);
        writer(ledger, "here").take();

        // When, Then
        assertThatCode(writer(ledger, "here")::take).doesNotThrowAnyException();
        assertThatCode(writer(ledger, "there", WriterSeat.LENGTH)::take).doesNotThrowAnyException();
    }

    @Test
    void isFreeAtOnceWhenItWasGivenUp() throws IOException {
        // Given
        TestLedger ledger = written(new TestLedger(folder), 3);
        WriterSeat here = writer(ledger, "here");
        here.take();

        // When
        here.close();

        // Then
        assertThatCode(writer(ledger, "there")::take).doesNotThrowAnyException();
        assertThatThrownBy(here::require).isInstanceOf(IOException.class);
    }

    @Test
    @Control("AUD-04")
    void refusesAFolderThatWasRestoredFromAnOlderCopyOrEmptied() throws IOException {
        // Given
        TestLedger ledger = written(new TestLedger(folder), 3);
        written(ledger.at(copy), 3);
        written(ledger, 9);
        WriterSeat here = writer(ledger, "here");
        here.take();
        here.close();

        // When, Then
        assertThatThrownBy(writer(ledger.at(copy), "there")::take)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has seen 9 entries")
                .hasMessageContaining("holds 3")
                .hasMessageContaining("put back the folder");
    }

    @Test
    @Control("AUD-04")
    void refusesAForkThatIsLongerThanWhatTheStoreHasSeen() throws IOException {
        // Given
        TestLedger ledger = written(new TestLedger(folder), 3);
        TestLedger fork = ledger.at(copy);
        written(ledger, 9);
        try (Ledger open = fork.open()) {
            open.append(TestLedger.drafts("jobs-2", 1, 40));
        }
        WriterSeat here = writer(ledger, "here");
        here.take();
        here.close();

        // When, Then
        assertThatThrownBy(writer(fork, "there")::take)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("first 9 entries")
                .hasMessageContaining("fork");
    }

    @Test
    @Control("AUD-04")
    void lapsesForWhoCannotRenewBeforeAnybodyElseMayTakeIt() throws IOException {
        // Given
        WriterSeat here = writer(written(new TestLedger(folder), 3), "here");
        here.take();
        seat.faults().down();

        // When
        pass(WriterSeat.LENGTH.minus(WriterSeat.MARGIN).minusNanos(1));
        here.renew();
        assertThatCode(here::require).doesNotThrowAnyException();
        pass(Duration.ofNanos(1));

        // Then
        assertThatThrownBy(here::require).isInstanceOf(IOException.class);
    }

    @Test
    void goesOnWhenTheStoreIsBackAndNobodyElseTookIt() throws IOException {
        // Given
        WriterSeat here = writer(written(new TestLedger(folder), 3), "here");
        here.take();
        pass(WriterSeat.LENGTH);

        // When
        here.renew();

        // Then
        assertThatCode(here::require).doesNotThrowAnyException();
    }

    @Test
    @Control("AUD-04")
    void recordsNothingForWhoWasDeposed() throws IOException {
        // Given
        TestLedger ledger = new TestLedger(folder);
        WriterSeat here = writer(ledger, "here");
        SeatedLedger seated = new SeatedLedger(ledger::open, here);
        try (LedgerSequencer sequencer = LedgerSequencer.start(seated, Clock.systemUTC())) {
            long unused = sequencer.record(TestLedger.draft("console-1", 1));
            writer(ledger, "there", WriterSeat.LENGTH).take();

            // When
            here.renew();

            // Then
            assertThatThrownBy(() -> sequencer.record(TestLedger.draft("console-1", 2)))
                    .isInstanceOf(AuditUnavailableException.class);
        }
        assertThat(ledger.verify().size()).isEqualTo(1);
    }

    @Test
    void saysWhenTheStoreDoesNotAnswer() throws IOException {
        // Given
        WriterSeat here = writer(written(new TestLedger(folder), 1), "here");
        seat.faults().down();

        // When, Then
        assertThatThrownBy(here::take)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the store does not say");
    }
}
