// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.connectors.spi.source.FetchOutcome;
import org.perimeter.connectors.spi.source.IncidentSource;
import org.perimeter.connectors.spi.source.SourceCursor;
import org.perimeter.connectors.testkit.store.memory.InMemoryStores;
import org.perimeter.jobs.fixture.TestPosts;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentStatus;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

class IncidentIntakeLoopTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String ID = "cad:7";

    private final InMemoryStores stores = new InMemoryStores();
    private final Feed feed = new Feed();
    private Instant now = NOON;

    /** A feed of snapshots: brings all that it knows, each time. */
    private static final class Feed implements IncidentSource {

        private List<Incident> incidents = List.of();

        @Override
        public String id() {
            return "cad";
        }

        @Override
        public FetchOutcome<Incident> fetch(SourceCursor cursor) {
            return new FetchOutcome.Batch<>(incidents, List.of(), cursor, false);
        }

        @Override
        public void close() {}
    }

    @Test
    @Control("AUD-02")
    void writesAnIncidentAndItsDraft() {
        // Given
        feed.incidents = List.of(TestPosts.incident(ID, NOON));

        // When
        newRun().run();

        // Then
        assertThat(stores.incidents().find(ID)).isPresent();
        assertThat(types()).containsExactly(LedgerEntryType.INCIDENT_OPEN);
    }

    @Test
    void losesNeitherWhenOnlyTheIncidentIsTaken() {
        // Given
        feed.incidents = List.of(TestPosts.incident(ID, NOON));
        IncidentIntakeLoop loop = newRun();
        stores.ledgerInbox().faults().retryNext(1);
        loop.run();
        assertThat(stores.incidents().find(ID)).isPresent();
        assertThat(drafts()).isEmpty();

        // When
        loop.run();

        // Then
        assertThat(drafts()).hasSize(1);
    }

    @Test
    void losesNeitherWhenItDiesAfterOnlyTheIncidentWasTaken() {
        // Given
        feed.incidents = List.of(TestPosts.incident(ID, NOON));
        stores.ledgerInbox().faults().retryNext(1);
        newRun().run();
        now = NOON.plusSeconds(30);

        // When
        newRun().run();

        // Then
        assertThat(stores.incidents().find(ID)).isPresent();
        assertThat(drafts()).hasSize(1);
        assertThat(drafts().get(0).payload()).contains(ID);
    }

    @Test
    void takesNothingWhileTheInboxIsAway() {
        // Given
        feed.incidents = List.of(TestPosts.incident(ID, NOON));
        stores.ledgerInbox().faults().throwNext(1);
        IncidentIntakeLoop loop = newRun();

        // When
        loop.run();
        boolean early = stores.incidents().find(ID).isPresent();
        loop.run();

        // Then
        assertThat(early).isFalse();
        assertThat(stores.incidents().find(ID)).isPresent();
        assertThat(drafts()).hasSize(1);
    }

    @Test
    void tellsOfAChangeOnceHoweverOftenItIsReadAndStarted() {
        // Given
        feed.incidents = List.of(TestPosts.incident(ID, NOON));
        newRun().run();
        stores.ledgerInbox().acknowledge(drafts(), now);

        // When
        IncidentIntakeLoop again = newRun();
        again.run();
        again.run();
        now = NOON.plus(Duration.ofDays(30));
        stores.ledgerInbox().forget(now);
        newRun().run();

        // Then
        assertThat(drafts()).isEmpty();
    }

    @Test
    void tellsOfEveryVersionAndOfNoneThatIsOlder() {
        // Given
        IncidentIntakeLoop loop = newRun();
        feed.incidents = List.of(TestPosts.incident(ID, NOON, IncidentStatus.ACTIVE, 2));
        loop.run();

        // When
        feed.incidents = List.of(TestPosts.incident(ID, NOON, IncidentStatus.ACTIVE, 1));
        loop.run();
        feed.incidents = List.of(TestPosts.incident(ID, NOON, IncidentStatus.ACTIVE, 3));
        loop.run();
        feed.incidents = List.of(TestPosts.incident(ID, NOON, IncidentStatus.CLOSED, 4));
        loop.run();

        // Then
        assertThat(types())
                .containsExactlyInAnyOrder(
                        LedgerEntryType.INCIDENT_OPEN,
                        LedgerEntryType.INCIDENT_UPDATE,
                        LedgerEntryType.INCIDENT_CLOSE);
    }

    private IncidentIntakeLoop newRun() {
        return new IncidentIntakeLoop(feed, stores, () -> now);
    }

    private List<LedgerDraft> drafts() {
        return stores.ledgerInbox().waiting(10);
    }

    private List<LedgerEntryType> types() {
        return drafts().stream().map(LedgerDraft::type).toList();
    }
}
