// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.api.connector.sink2.SinkWriter;
import org.junit.jupiter.api.Test;
import org.perimeter.connectors.testkit.store.memory.InMemoryStoresFactory;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.decision.Outcome;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

class DraftNumbererTest {

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

    private final DraftNumberer numberer =
            new DraftNumberer(new DraftNumbers("jobs-a", 1), new Holding(), () -> {});

    @Test
    void numbersAcrossCheckpointsWithoutGaps() {
        // Given
        numberer.write(draft("a"), CONTEXT);
        numberer.write(draft("b"), CONTEXT);
        Collection<LedgerDraft> first = numberer.prepareCommit();

        // When
        numberer.write(draft("c"), CONTEXT);

        // Then
        assertThat(first).extracting(LedgerDraft::sequence).containsExactly(1L, 2L);
        assertThat(numberer.prepareCommit()).extracting(LedgerDraft::sequence).containsExactly(3L);
    }

    @Test
    void goesOnAsTheSameProducerInsideOneRun() {
        // Given
        LedgerSink sink = new LedgerSink(InMemoryStoresFactory.create(), "jobs-run-2");

        // When
        DraftNumbers numbers = sink.numbersAfter(List.of(new DraftNumbers("jobs-run-2", 7)));

        // Then
        assertThat(numbers).isEqualTo(new DraftNumbers("jobs-run-2", 7));
    }

    @Test
    @Control("AUD-02")
    void usesNoNumberOfAnotherRunThatMayHaveGoneFurther() {
        // Given
        LedgerSink sink = new LedgerSink(InMemoryStoresFactory.create(), "jobs-run-2");

        // When
        DraftNumbers numbers = sink.numbersAfter(List.of(new DraftNumbers("jobs-run-1", 7)));

        // Then
        assertThat(numbers).isEqualTo(new DraftNumbers("jobs-run-2", 1));
    }

    private static LedgerDraft draft(String what) {
        return Drafts.of(
                LedgerEntryType.DELETE, NOON, "RET-01", "", Outcome.DROP, Map.of("what", what));
    }
}
