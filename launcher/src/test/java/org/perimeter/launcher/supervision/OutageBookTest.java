// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.perimeter.connectors.testkit.store.memory.InMemoryStores;
import org.perimeter.connectors.testkit.store.memory.InMemoryStoresFactory;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.decision.LedgerEntryType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

final class OutageBookTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final InMemoryStoresFactory factory = InMemoryStoresFactory.create();
    private final InMemoryStores stores = factory.open();

    @Test
    void handsAnOutageToTheLedgersInboxInCanonicalForm() {
        // Given
        try (OutageBook book = new OutageBook(factory)) {

            // When
            book.accept(new Outage("jobs", NOON, NOON.plusSeconds(61), 2));

            // Then
            await().atMost(PATIENCE).until(() -> waiting().size() == 1);
        }
        assertThat(waiting())
                .singleElement()
                .satisfies(
                        draft -> {
                            assertThat(draft.type()).isEqualTo(LedgerEntryType.OUTAGE);
                            assertThat(draft.at()).isEqualTo(NOON.plusSeconds(61));
                            assertThat(draft.payload())
                                    .isEqualTo(
                                            "{\"from\":\"2026-11-24T12:00:00Z\",\"process\":\"jobs\","
                                                    + "\"starts\":2,\"to\":\"2026-11-24T12:01:01Z\"}");
                        });
    }

    @Test
    void keepsOutagesInOrderUntilTheInboxIsThereAgain() {
        // Given
        stores.ledgerInbox().faults().throwNext(1);
        try (OutageBook book = new OutageBook(factory)) {

            // When
            book.accept(new Outage("elasticsearch", NOON, NOON.plusSeconds(20), 1));
            book.accept(new Outage("jobs", NOON, NOON.plusSeconds(40), 1));

            // Then
            await().atMost(PATIENCE).until(() -> waiting().size() == 2);
        }
        assertThat(waiting()).extracting(LedgerDraft::sequence).containsExactly(1L, 2L);
        assertThat(waiting().get(0).payload()).contains("elasticsearch");
    }

    @Test
    void triesOnceMoreWhenItIsClosed() {
        // Given
        stores.ledgerInbox().faults().down();
        OutageBook book = new OutageBook(factory);
        book.accept(new Outage("jobs", NOON, NOON.plusSeconds(40), 1));
        stores.ledgerInbox().faults().up();

        // When
        book.close();

        // Then
        assertThat(waiting()).hasSize(1);
    }

    private List<LedgerDraft> waiting() {
        return stores.ledgerInbox().waiting(10);
    }
}
