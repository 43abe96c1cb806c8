// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.connectors.spi.source.FetchOutcome;
import org.perimeter.connectors.spi.source.IncidentSource;
import org.perimeter.connectors.spi.source.SourceCursor;
import org.perimeter.connectors.testkit.store.memory.InMemoryStores;
import org.perimeter.jobs.fixture.TestPosts;
import org.perimeter.jobs.fixture.TestRulebook;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.key.IncidentSeal;
import org.perimeter.policy.ledger.docket.IncidentPayload;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentStatement;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rules.life.IncidentCommand;
import org.perimeter.policy.rules.life.IncidentRules;
import org.perimeter.policy.rules.life.IncidentStep;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import javax.crypto.spec.SecretKeySpec;

class IncidentIntakeLoopTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String ID = "cad:7";
    private static final Rulebook RULEBOOK = TestRulebook.at(NOON).rulebook();
    private static final IncidentPayload PAYLOAD =
            new IncidentPayload(new IncidentSeal(new SecretKeySpec(new byte[32], "AES")));

    private final InMemoryStores stores = new InMemoryStores();
    private final Feed feed = new Feed();
    private Instant now = NOON;

    /** A feed of snapshots: brings all that it knows, each time. */
    private static final class Feed implements IncidentSource {

        private List<IncidentStatement> incidents = List.of();
        private List<Incident> stored = List.of();

        @Override
        public String id() {
            return "cad";
        }

        @Override
        public void resume(List<Incident> known) {
            stored = known;
        }

        @Override
        public FetchOutcome<IncidentStatement> fetch(SourceCursor cursor) {
            return new FetchOutcome.Batch<>(incidents, List.of(), cursor, false);
        }

        @Override
        public void close() {}
    }

    @Test
    @Control("AUD-02")
    void writesAnIncidentAndItsDraft() {
        // Given
        feed.incidents = List.of(said(IncidentStatus.ACTIVE, 1));

        // When
        newRun().run();

        // Then
        assertThat(stores.incidents().find(ID)).isPresent();
        assertThat(types()).containsExactly(LedgerEntryType.INCIDENT_OPEN);
    }

    @Test
    void losesNeitherWhenOnlyTheIncidentIsTaken() {
        // Given
        feed.incidents = List.of(said(IncidentStatus.ACTIVE, 1));
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
        feed.incidents = List.of(said(IncidentStatus.ACTIVE, 1));
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
        feed.incidents = List.of(said(IncidentStatus.ACTIVE, 1));
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
        feed.incidents = List.of(said(IncidentStatus.ACTIVE, 1));
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
        feed.incidents = List.of(said(IncidentStatus.ACTIVE, 2));
        loop.run();

        // When
        feed.incidents = List.of(said(IncidentStatus.ACTIVE, 1));
        loop.run();
        feed.incidents = List.of(said(IncidentStatus.ACTIVE, 3));
        loop.run();
        feed.incidents = List.of(said(IncidentStatus.CLOSED, 4));
        loop.run();

        // Then
        assertThat(types())
                .containsExactlyInAnyOrder(
                        LedgerEntryType.INCIDENT_OPEN,
                        LedgerEntryType.INCIDENT_UPDATE,
                        LedgerEntryType.INCIDENT_CLOSE);
    }

    @Test
    @Control("COL-03")
    void noStatementStretchesALifeOrReopensWhatIsClosed() {
        // Given
        IncidentIntakeLoop loop = newRun();
        Instant future = NOON.plus(Duration.ofHours(66));
        feed.incidents =
                List.of(
                        said(IncidentStatus.ACTIVE, Long.MAX_VALUE - 1)
                                .withTimes(
                                        new IncidentStatement.Times(
                                                NOON.minus(Duration.ofHours(71)),
                                                future.plus(Duration.ofHours(6)),
                                                Long.MAX_VALUE - 1)));
        loop.run();
        Incident opened = stores.incidents().find(ID).orElseThrow();

        // When
        feed.incidents = List.of(said(IncidentStatus.CLOSED, 1));
        loop.run();
        feed.incidents = List.of(said(IncidentStatus.ACTIVE, Long.MAX_VALUE));
        loop.run();

        // Then
        assertThat(opened.openedAt()).isEqualTo(NOON.minus(Duration.ofMinutes(10)));
        assertThat(opened.expiresAt()).isBeforeOrEqualTo(NOON.plus(Duration.ofHours(6)));
        Incident closed = stores.incidents().find(ID).orElseThrow();
        assertThat(closed.status()).isEqualTo(IncidentStatus.CLOSED);
        assertThat(closed.version()).isEqualTo(2);
        assertThat(stores.deadLetters().list(10)).hasSize(1);
    }

    @Test
    void tellsAFeedAfterARestartWhatIsStoredOfItAndOpen() {
        // Given
        feed.incidents = List.of(said(IncidentStatus.ACTIVE, 1));
        newRun().run();
        stores.incidents().put(TestPosts.incident("other:1", NOON));

        // When
        newRun().run();

        // Then
        assertThat(feed.stored).extracting(Incident::id).containsExactly(ID);
    }

    @Test
    void neverTellsOfAPersonsDeedAsItsOwn() {
        // Given
        feed.incidents = List.of(said(IncidentStatus.ACTIVE, 1));
        newRun().run();
        Incident open = stores.incidents().find(ID).orElseThrow();
        IncidentStep step = IncidentRules.next(open, new IncidentCommand.Close(), RULEBOOK, NOON);
        stores.incidents().put(((IncidentStep.Changed) step).incident());

        // When
        newRun().run();

        // Then
        assertThat(types()).containsExactly(LedgerEntryType.INCIDENT_OPEN);
    }

    @Test
    @Control("COL-01")
    void readsNothingWithoutARulebook() {
        // Given
        feed.incidents = List.of(said(IncidentStatus.ACTIVE, 1));

        // When
        new IncidentIntakeLoop(feed, stores, Optional::empty, PAYLOAD, () -> now).run();

        // Then
        assertThat(stores.incidents().find(ID)).isEmpty();
    }

    private static IncidentStatement said(IncidentStatus status, long revision) {
        IncidentStatement said = IncidentStatement.of(TestPosts.incident(ID, NOON));
        return new IncidentStatement(
                        said.id(),
                        "cad",
                        said.caseNumber(),
                        said.title(),
                        said.category(),
                        said.priority(),
                        status,
                        said.fence(),
                        false,
                        false,
                        said.times(),
                        said.motive())
                .withTimes(new IncidentStatement.Times(null, null, revision));
    }

    private IncidentIntakeLoop newRun() {
        return new IncidentIntakeLoop(
                feed, stores, () -> Optional.of(RULEBOOK), PAYLOAD, () -> now);
    }

    private List<LedgerDraft> drafts() {
        return stores.ledgerInbox().waiting(10);
    }

    private List<LedgerEntryType> types() {
        return drafts().stream().map(LedgerDraft::type).toList();
    }
}
