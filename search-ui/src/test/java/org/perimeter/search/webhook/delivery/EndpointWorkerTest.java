// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.webhook.WebhookDisabled.Reason;
import org.perimeter.connectors.spi.store.webhook.WebhookFailure;
import org.perimeter.connectors.spi.store.webhook.WebhookState;
import org.perimeter.connectors.testkit.store.SampleAlert;
import org.perimeter.connectors.testkit.store.memory.InMemoryStores;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.alert.AlertState;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.search.access.AuditLog;
import org.perimeter.search.access.AuditUnavailableException;
import org.perimeter.search.testing.Deployment;
import org.perimeter.search.testing.MovableClock;
import org.perimeter.search.testing.TestLedger;
import org.perimeter.search.webhook.TestEndpoint;
import org.perimeter.search.webhook.endpoint.Endpoint;
import org.perimeter.search.webhook.message.Message;
import org.perimeter.search.webhook.message.Messages;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

final class EndpointWorkerTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final SampleAlert RAISED = SampleAlert.of("manual:1", "a1");
    private static final SampleAlert CONFIRMED = RAISED.next(AlertState.CONFIRMED);
    private static final SampleAlert RETRACTED = CONFIRMED.next(AlertState.RETRACTED);
    private static final Attempt OK = Attempt.answered(204, null);
    private static final Attempt DOWN = Attempt.answered(500, null);

    @TempDir Path folder;
    private final MovableClock clock = new MovableClock(NOON);
    private final InMemoryStores stores = new InMemoryStores();
    private final Deque<Attempt> script = new ArrayDeque<>();
    private final List<Message> sent = new ArrayList<>();
    private TestLedger ledger;

    @BeforeEach
    void open() throws IOException {
        ledger = new TestLedger(folder, Deployment.signer("rtcc.example.org/audit"));
    }

    @AfterEach
    void close() throws IOException {
        ledger.close();
    }

    /** Sends as the script says, and well when it says nothing. */
    private Attempt send(Endpoint endpoint, Message message) {
        sent.add(message);
        Attempt scripted = script.poll();
        return scripted == null ? OK : scripted;
    }

    private EndpointWorker worker(String name, Endpoint endpoint, Sender sender) {
        return new EndpointWorker(
                endpoint,
                name,
                stores.alertOutbox(),
                stores.webhooks(),
                new Messages(stores.incidents()),
                sender,
                new Verdicts(new RetrySchedule(() -> 0)),
                new Disclosures(new AuditLog(ledger, clock, () -> "00ff")),
                clock);
    }

    private EndpointWorker introduced() {
        EndpointWorker worker = worker("one", TestEndpoint.of("cad"), this::send);
        worker.introduce();
        return worker;
    }

    private void change(SampleAlert... alerts) {
        for (SampleAlert alert : alerts) {
            stores.alerts().write(List.of(alert.alert())).toCompletableFuture().join();
        }
        stores.alertOutbox().number(100);
    }

    private WebhookState state() {
        return stores.webhooks().find("cad").orElseThrow();
    }

    private List<String> ids() {
        return sent.stream().map(Message::id).toList();
    }

    private List<String> ledgerSteps() {
        return ledger.of(LedgerEntryType.WEBHOOK).stream()
                .map(LedgerDraft::payload)
                .map(payload -> payload.replaceAll(".*\"step\":\"([A-Z_]+)\".*", "$1"))
                .toList();
    }

    @Test
    void deliversEveryChangeOnceInItsOrder() {
        // Given
        EndpointWorker worker = introduced();
        change(RAISED, CONFIRMED, RETRACTED);

        // When
        worker.deliverDue();
        worker.deliverDue();

        // Then
        assertThat(ids())
                .containsExactly(
                        "alert_a1-1-raised", "alert_a1-2-confirmed", "alert_a1-3-retracted");
        assertThat(state().cursor()).isEqualTo(3);
        assertThat(state().history().delivered()).isEqualTo(3);
        assertThat(state().history().lastDelivered()).isEqualTo(NOON);
    }

    @Test
    @Control("OUT-03")
    void tellsIdsAndReasonsAndNothingOfPostsOrPlaces() {
        // Given
        EndpointWorker worker = introduced();
        change(RAISED);

        // When
        worker.deliverDue();

        // Then
        String body = sent.get(0).body();
        assertThat(body)
                .startsWith("{\"type\":\"alert.created\",\"timestamp\":\"")
                .contains("\"alertId\":\"a1\"", "\"incidentId\":\"manual:1\"", "\"sequence\":1")
                .contains("Unverified; not a finding of fact")
                .doesNotContain("post-1", "\"lat\"", "\"place\"", "\"text\"");
        assertThat(body.length()).isLessThan(1_000);
    }

    @Test
    @Control("AUD-02")
    void theLedgerHoldsADisclosureBeforeItLeavesAndWhatBecameOfIt() {
        // Given
        EndpointWorker worker =
                worker(
                        "one",
                        TestEndpoint.of("cad"),
                        (endpoint, message) -> {
                            assertThat(ledgerSteps()).containsExactly("SENDING");
                            return OK;
                        });
        worker.introduce();
        change(RAISED);

        // When
        worker.deliverDue();

        // Then
        assertThat(ledgerSteps()).containsExactly("SENDING", "DELIVERED");
        LedgerDraft draft = ledger.of(LedgerEntryType.WEBHOOK).get(0);
        assertThat(draft.ruleId()).isEqualTo("OUT-03");
        assertThat(draft.payload())
                .contains("\"recipient\":\"https://cad.example.org\"", "\"alert\":\"a1\"")
                .contains("\"webhookId\":\"alert_a1-1-raised\"");
    }

    @Test
    @Control("AUD-01")
    void sendsNothingThatTheLedgerCannotRecord() {
        // Given
        EndpointWorker worker = introduced();
        change(RAISED);
        ledger.down();

        // When
        assertThatThrownBy(worker::deliverDue).isInstanceOf(AuditUnavailableException.class);

        // Then
        assertThat(sent).isEmpty();
        assertThat(state().cursor()).isZero();
    }

    @Test
    void triesAgainUnderTheSameIdAndHoldsBackWhatFollows() {
        // Given
        EndpointWorker worker = introduced();
        change(RAISED, CONFIRMED);
        script.add(DOWN);
        script.add(DOWN);

        // When
        worker.deliverDue();
        worker.deliverDue();
        clock.advance(Duration.ofSeconds(5));
        worker.deliverDue();
        clock.advance(Duration.ofMinutes(5));
        worker.deliverDue();

        // Then
        assertThat(ids())
                .containsExactly(
                        "alert_a1-1-raised",
                        "alert_a1-1-raised",
                        "alert_a1-1-raised",
                        "alert_a1-2-confirmed");
        assertThat(sent.get(0).body()).isEqualTo(sent.get(2).body());
        assertThat(ledgerSteps()).containsExactly("SENDING", "DELIVERED", "SENDING", "DELIVERED");
        assertThat(state().progress().failingSince()).isNull();
    }

    @Test
    void showsWhenItWillTryAgain() {
        // Given
        EndpointWorker worker = introduced();
        change(RAISED);
        script.add(Attempt.answered(429, Duration.ofMinutes(2)));

        // When
        worker.deliverDue();

        // Then
        assertThat(state().progress().attempts()).isEqualTo(1);
        assertThat(state().progress().nextAttempt()).isEqualTo(NOON.plusSeconds(120));
        assertThat(state().history().lastResult()).isEqualTo("429");
    }

    @Test
    void goesOnAfterACrashWithTheSameIdsAndLosesNothing() {
        // Given
        EndpointWorker dying =
                worker(
                        "one",
                        TestEndpoint.of("cad"),
                        (endpoint, message) -> {
                            Attempt attempt = send(endpoint, message);
                            if (sent.size() == 2) {
                                throw new IllegalStateException("killed before it could save");
                            }
                            return attempt;
                        });
        dying.introduce();
        change(RAISED, CONFIRMED, RETRACTED);
        assertThatThrownBy(dying::deliverDue).isInstanceOf(IllegalStateException.class);
        EndpointWorker next = worker("two", TestEndpoint.of("cad"), this::send);
        next.introduce();

        // When
        next.deliverDue();
        List<String> beforeTheLeaseIsOver = ids();
        clock.advance(EndpointWorker.LEASE);
        next.deliverDue();

        // Then
        assertThat(beforeTheLeaseIsOver)
                .containsExactly("alert_a1-1-raised", "alert_a1-2-confirmed");
        assertThat(ids())
                .containsExactly(
                        "alert_a1-1-raised",
                        "alert_a1-2-confirmed",
                        "alert_a1-2-confirmed",
                        "alert_a1-3-retracted");
        assertThat(state().history().delivered()).isEqualTo(3);
    }

    @Test
    void keepsCountOfFailuresOverARestart() {
        // Given
        EndpointWorker first = introduced();
        change(RAISED);
        script.add(DOWN);
        first.deliverDue();
        first.release();
        EndpointWorker second = worker("two", TestEndpoint.of("cad"), this::send);
        second.introduce();

        // When
        second.deliverDue();
        int atOnce = sent.size();
        clock.advance(Duration.ofSeconds(5));
        script.add(DOWN);
        second.deliverDue();

        // Then
        assertThat(atOnce).isEqualTo(1);
        assertThat(state().progress().attempts()).isEqualTo(2);
        assertThat(state().progress().nextAttempt()).isEqualTo(NOON.plusSeconds(305));
    }

    @Test
    void onlyOneOfTwoWorkersDelivers() {
        // Given
        EndpointWorker second = worker("two", TestEndpoint.of("cad"), this::send);
        EndpointWorker first =
                worker(
                        "one",
                        TestEndpoint.of("cad"),
                        (endpoint, message) -> {
                            Attempt attempt = send(endpoint, message);
                            second.deliverDue();
                            return attempt;
                        });
        first.introduce();
        second.introduce();
        change(RAISED, CONFIRMED);

        // When
        first.deliverDue();

        // Then
        assertThat(ids()).containsExactly("alert_a1-1-raised", "alert_a1-2-confirmed");
        first.release();
        change(RETRACTED);
        second.deliverDue();
        assertThat(ids()).hasSize(3).endsWith("alert_a1-3-retracted");
    }

    @Test
    void aWorkerThatLostItsLeaseWritesNothing() {
        // Given
        EndpointWorker second = worker("two", TestEndpoint.of("cad"), this::send);
        EndpointWorker stalled =
                worker(
                        "one",
                        TestEndpoint.of("cad"),
                        (endpoint, message) -> {
                            // It stands still for longer than its lease
                            clock.advance(EndpointWorker.LEASE);
                            second.deliverDue();
                            return DOWN;
                        });
        stalled.introduce();
        change(RAISED, CONFIRMED);

        // When
        stalled.deliverDue();

        // Then
        assertThat(ids()).containsExactly("alert_a1-1-raised", "alert_a1-2-confirmed");
        assertThat(state().cursor()).isEqualTo(2);
        assertThat(state().progress().attempts()).isZero();
    }

    @Test
    void anEndpointThatIsGoneIsDisabledUntilAPersonEnablesIt() {
        // Given
        EndpointWorker worker = introduced();
        change(RAISED, CONFIRMED);
        script.add(Attempt.answered(410, null));

        // When
        worker.deliverDue();
        clock.advance(Duration.ofDays(2));
        worker.deliverDue();

        // Then
        assertThat(sent).hasSize(1);
        assertThat(Objects.requireNonNull(state().disabled()).reason()).isEqualTo(Reason.GONE);
        assertThat(ledgerSteps()).containsExactly("SENDING", "DISABLED");
        stores.webhooks().save(state().withDisabled(null));
        worker.deliverDue();
        assertThat(ids())
                .containsExactly("alert_a1-1-raised", "alert_a1-1-raised", "alert_a1-2-confirmed");
    }

    @Test
    void aDeliveryIsGivenUpAfterTheScheduleAndTheNextOneHasItsTurn() {
        // Given
        EndpointWorker worker = introduced();
        change(RAISED, CONFIRMED);
        for (int i = 0; i < 10; i++) {
            script.add(DOWN);
        }

        // When
        for (int hours = 0; hours <= 90; hours++) {
            worker.deliverDue();
            clock.advance(Duration.ofSeconds(5));
            worker.deliverDue();
            clock.advance(Duration.ofMinutes(60));
        }

        // Then
        assertThat(ids()).hasSize(11).endsWith("alert_a1-1-raised", "alert_a1-2-confirmed");
        assertThat(state().history().failed()).isEqualTo(1);
        WebhookFailure failure = state().history().failures().get(0);
        assertThat(failure.noticeId()).isEqualTo("a1-1-RAISED");
        assertThat(failure.attempts()).isEqualTo(10);
        assertThat(failure.lastResult()).isEqualTo("500");
        assertThat(state().disabled()).isNull();
        assertThat(ledgerSteps()).containsExactly("SENDING", "GIVEN_UP", "SENDING", "DELIVERED");
    }

    @Test
    void aMessageThatIsNotWantedHoldsTheOthersUpForMinutesOnly() {
        // Given
        EndpointWorker worker = introduced();
        change(RAISED, CONFIRMED);
        for (int i = 0; i < 4; i++) {
            script.add(Attempt.answered(400, null));
        }

        // When
        for (int minutes = 0; minutes <= 40; minutes++) {
            worker.deliverDue();
            clock.advance(Duration.ofMinutes(1));
        }

        // Then
        assertThat(ids()).hasSize(5).endsWith("alert_a1-2-confirmed");
        assertThat(state().history().failed()).isEqualTo(1);
    }

    @Test
    void anEndpointThatAcceptsNothingForDaysIsDisabled() {
        // Given
        EndpointWorker worker =
                worker(
                        "one",
                        TestEndpoint.of("cad"),
                        (endpoint, message) -> Attempt.unanswered("TIMEOUT"));
        worker.introduce();
        change(RAISED, CONFIRMED);

        // When
        for (int hours = 0; hours < 24 * 8; hours++) {
            worker.deliverDue();
            clock.advance(Duration.ofHours(1));
        }

        // Then
        assertThat(Objects.requireNonNull(state().disabled()).reason()).isEqualTo(Reason.FAILING);
        assertThat(Objects.requireNonNull(state().disabled()).at())
                .isBetween(NOON.plus(Duration.ofDays(5)), NOON.plus(Duration.ofDays(6)));
        assertThat(ledgerSteps()).endsWith("DISABLED");
    }

    @Test
    void passesOverWhatTheEndpointDoesNotWant() {
        // Given
        Endpoint retractions = TestEndpoint.of("cad", "alert.retracted");
        EndpointWorker worker = worker("one", retractions, this::send);
        worker.introduce();
        change(RAISED, CONFIRMED, RETRACTED);

        // When
        worker.deliverDue();

        // Then
        assertThat(ids()).containsExactly("alert_a1-3-retracted");
        assertThat(state().cursor()).isEqualTo(3);
        assertThat(ledgerSteps()).containsExactly("SENDING", "DELIVERED");
    }

    @Test
    void aNewEndpointHearsOfWhatChangesFromNowOn() {
        // Given
        change(RAISED);
        EndpointWorker worker = introduced();
        change(CONFIRMED);

        // When
        worker.deliverDue();

        // Then
        assertThat(ids()).containsExactly("alert_a1-2-confirmed");
    }

    @Test
    void waitsForAStoreThatIsDown() {
        // Given
        EndpointWorker worker = introduced();
        change(RAISED);
        stores.webhooks().faults().down();

        // When
        assertThatThrownBy(worker::deliverDue).isInstanceOf(StoreException.class);
        stores.webhooks().faults().up();
        worker.deliverDue();

        // Then
        assertThat(ids()).containsExactly("alert_a1-1-raised");
    }
}
