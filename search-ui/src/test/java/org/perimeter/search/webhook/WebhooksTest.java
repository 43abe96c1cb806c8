// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.testkit.store.SampleAlert;
import org.perimeter.connectors.testkit.store.memory.InMemoryStores;
import org.perimeter.policy.model.alert.AlertState;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.search.access.AuditLog;
import org.perimeter.search.testing.Deployment;
import org.perimeter.search.testing.TestLedger;
import org.perimeter.search.webhook.TestReceiver.Delivery;
import org.perimeter.search.webhook.endpoint.Endpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** All parts together, with receivers on this machine. */
final class WebhooksTest {

    private static final SampleAlert RAISED = SampleAlert.of("manual:1", "a1");

    @TempDir Path folder;
    private final InMemoryStores stores = new InMemoryStores();
    private TestLedger ledger;

    @BeforeEach
    void open() throws IOException {
        ledger = new TestLedger(folder, Deployment.signer("rtcc.example.org/audit"));
    }

    @AfterEach
    void close() throws IOException {
        ledger.close();
    }

    private AutoCloseable start(Endpoint... endpoints) {
        Clock clock = Clock.systemUTC();
        AuditLog audit = new AuditLog(ledger, clock, () -> "00ff");
        return new Webhooks(List.of(endpoints), stores, audit, clock).start();
    }

    private void change(SampleAlert alert) {
        stores.alerts().write(List.of(alert.alert())).toCompletableFuture().join();
    }

    @Test
    void aReceiverThatHangsDelaysNobodyElse() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        try (TestReceiver slow = new TestReceiver(exchange -> hanging.countDown());
                TestReceiver quick = new TestReceiver(TestReceiver.status(204));
                AutoCloseable running = start(slow.endpoint("slow"), quick.endpoint("quick"))) {
            // Given
            assertThat(running).isNotNull();
            change(RAISED);
            hanging.await();

            // When
            change(RAISED.next(AlertState.CONFIRMED));

            // Then
            await().until(() -> quick.deliveries().size() == 2);
            assertThat(quick.deliveries()).allMatch(Delivery::verified);
            assertThat(slow.deliveries()).hasSize(1);
        }
    }

    @Test
    void aRestartLosesNothingAndRepeatsNothing() throws Exception {
        try (TestReceiver receiver = new TestReceiver(TestReceiver.status(200))) {
            // Given
            try (AutoCloseable running = start(receiver.endpoint("cad"))) {
                assertThat(running).isNotNull();
                change(RAISED);
                await().until(() -> stores.webhooks().find("cad").orElseThrow().cursor() == 1);
            }
            SampleAlert confirmed = RAISED.next(AlertState.CONFIRMED);
            change(confirmed);
            change(confirmed.next(AlertState.RETRACTED));

            // When
            try (AutoCloseable again = start(receiver.endpoint("cad"))) {
                assertThat(again).isNotNull();
                await().until(() -> stores.webhooks().find("cad").orElseThrow().cursor() == 3);
            }

            // Then
            assertThat(receiver.deliveries())
                    .extracting(Delivery::id)
                    .containsExactly(
                            "alert_a1-1-raised", "alert_a1-2-confirmed", "alert_a1-3-retracted");
            assertThat(receiver.deliveries()).allMatch(Delivery::verified);
            assertThat(ledger.of(LedgerEntryType.WEBHOOK)).hasSize(6);
        }
    }

    @Test
    void changesAreNumberedEvenWhenNobodyWantsThem() throws Exception {
        // Given
        try (AutoCloseable running = start()) {
            assertThat(running).isNotNull();

            // When
            change(RAISED);

            // Then
            await().until(() -> stores.alertOutbox().last() == 1);
        }
    }
}
