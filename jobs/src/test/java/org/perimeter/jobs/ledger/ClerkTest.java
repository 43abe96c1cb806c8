// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.perimeter.connectors.spi.store.LedgerInbox;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.WriteOutcome;
import org.perimeter.connectors.testkit.store.memory.InMemoryLedgerInbox;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.decision.Outcome;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

class ClerkTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final InMemoryLedgerInbox inbox = new InMemoryLedgerInbox();

    /** An inbox that takes everything, and whose first answer is lost on the way. */
    private static final class Unheard implements LedgerInbox {

        private final LedgerInbox inbox;
        private boolean isHeard;

        private Unheard(LedgerInbox inbox) {
            this.inbox = inbox;
        }

        @Override
        public CompletionStage<List<WriteOutcome>> write(List<LedgerDraft> drafts) {
            CompletionStage<List<WriteOutcome>> answer = inbox.write(drafts);
            if (isHeard) {
                return answer;
            }
            isHeard = true;
            return CompletableFuture.failedFuture(
                    new StoreException("the answer is lost", true, null));
        }

        @Override
        public List<LedgerDraft> waiting(int limit) {
            return inbox.waiting(limit);
        }

        @Override
        public void acknowledge(List<LedgerDraft> drafts, Instant at) {
            inbox.acknowledge(drafts, at);
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
    void numbersFromOneWithoutGaps() {
        // Given
        Clerk clerk = new Clerk(inbox, "retention");

        // When
        clerk.hand(draft("first"));
        clerk.hand(draft("second"));

        // Then
        assertThat(inbox.waiting(10)).extracting(LedgerDraft::sequence).containsExactly(1L, 2L);
        assertThat(inbox.waiting(10).get(0).producer())
                .isEqualTo(inbox.waiting(10).get(1).producer());
    }

    @Test
    @Control("AUD-02")
    void losesNoDraftAfterOneWhoseFateIsUnknown() {
        // Given
        Clerk clerk = new Clerk(new Unheard(inbox), "retention");
        assertThatThrownBy(() -> clerk.hand(draft("first"))).isInstanceOf(StoreException.class);

        // When
        clerk.hand(draft("second"));

        // Then
        assertThat(inbox.waiting(10))
                .extracting(LedgerDraft::payload)
                .containsExactlyInAnyOrder("{\"what\":\"first\"}", "{\"what\":\"second\"}");
        assertThat(inbox.waiting(10)).extracting(LedgerDraft::sequence).containsExactly(1L, 1L);
        assertThat(inbox.waiting(10)).extracting(LedgerDraft::producer).doesNotHaveDuplicates();
    }

    private static LedgerDraft draft(String what) {
        return Drafts.of(
                LedgerEntryType.DELETE, NOON, "RET-01", "", Outcome.DROP, Map.of("what", what));
    }
}
