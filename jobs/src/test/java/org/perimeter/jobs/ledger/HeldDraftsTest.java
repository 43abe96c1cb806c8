// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.perimeter.connectors.spi.store.LedgerWatch;
import org.perimeter.connectors.testkit.store.memory.InMemoryStores;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.decision.Outcome;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What collection hears of drafts whose checkpoint does not come about. */
class HeldDraftsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final SinkWriter.Context CONTEXT =
            new SinkWriter.Context() {
                @Override
                public long currentWatermark() {
                    return Long.MIN_VALUE;
                }

                @Override
                public Long timestamp() {
                    return NOON.toEpochMilli();
                }
            };

    private final InMemoryStores stores = new InMemoryStores();
    private final Holding holding = new Holding();
    private final HoldingTeller teller = new HoldingTeller(stores, "jobs-a", holding);
    private final DraftNumberer writer =
            new DraftNumberer(new DraftNumbers("jobs-a", 1), holding, teller::close);
    private final InboxCommitter committer = new InboxCommitter(stores);

    /** A draft whose checkpoint is complete. */
    private record Request(LedgerDraft draft) implements Committer.CommitRequest<LedgerDraft> {

        @Override
        public LedgerDraft getCommittable() {
            return draft;
        }

        @Override
        public int getNumberOfRetries() {
            return 0;
        }

        @Override
        public void signalFailedWithKnownReason(Throwable reason) {
            throw new AssertionError(reason);
        }

        @Override
        public void signalFailedWithUnknownReason(Throwable reason) {
            throw new AssertionError(reason);
        }

        @Override
        public void retryLater() {}

        @Override
        public void updateAndRetryLater(LedgerDraft committable) {}

        @Override
        public void signalAlreadyCommitted() {}
    }

    @AfterEach
    void close() {
        writer.close();
    }

    @Test
    @Control("AUD-01")
    void areToldWithTheTimeOfTheOldestWhileNoCheckpointIsComplete() {
        // Given
        writer.write(draft(NOON), CONTEXT);
        List<LedgerDraft> unused = List.copyOf(writer.prepareCommit());
        writer.write(draft(NOON.plusSeconds(20)), CONTEXT);

        // When
        teller.tell();

        // Then
        assertThat(stores.ledgerInbox().waiting(10)).isEmpty();
        assertThat(stores.ledgerWatch().heldSince(LedgerWatch.JOBS)).contains(NOON);
    }

    @Test
    @Control("AUD-01")
    void areNoLongerHeldWhenTheyAreInTheInbox() throws Exception {
        // Given
        writer.write(draft(NOON), CONTEXT);
        Collection<LedgerDraft> first = writer.prepareCommit();
        writer.write(draft(NOON.plusSeconds(20)), CONTEXT);
        Collection<LedgerDraft> second = writer.prepareCommit();
        teller.tell();

        // When
        commit(first);
        teller.tell();
        Instant afterFirst = stores.ledgerWatch().heldSince(LedgerWatch.JOBS).orElse(Instant.EPOCH);
        commit(second);
        teller.tell();

        // Then
        assertThat(afterFirst).isEqualTo(NOON.plusSeconds(20));
        assertThat(stores.ledgerWatch().heldSince(LedgerWatch.JOBS)).isEmpty();
        assertThat(stores.ledgerInbox().waiting(10)).hasSize(2);
    }

    @Test
    void areForgottenByANewWriterThatHoldsNothing() {
        // Given
        stores.ledgerWatch().holds(LedgerWatch.JOBS, NOON.minusSeconds(3_600));

        // When
        teller.tell();

        // Then
        assertThat(stores.ledgerWatch().heldSince(LedgerWatch.JOBS)).isEmpty();
    }

    private void commit(Collection<LedgerDraft> drafts) throws Exception {
        Collection<Committer.CommitRequest<LedgerDraft>> requests =
                drafts.stream()
                        .map(draft -> (Committer.CommitRequest<LedgerDraft>) new Request(draft))
                        .toList();
        committer.commit(requests);
    }

    private static LedgerDraft draft(Instant at) {
        return Drafts.of(
                LedgerEntryType.COLLECT_BATCH,
                at,
                "COL-01",
                "",
                Outcome.COLLECT,
                Map.of("admitted", 1));
    }
}
