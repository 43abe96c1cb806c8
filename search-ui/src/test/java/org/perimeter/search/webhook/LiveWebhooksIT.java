// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.connectors.elasticsearch.engine.EngineExtension;
import org.perimeter.connectors.spi.store.AlertNotice;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.connectors.spi.store.StoresFactory;
import org.perimeter.connectors.testkit.store.SampleAlert;
import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.alert.AlertState;
import org.perimeter.search.access.AuditLog;
import org.perimeter.search.testing.Deployment;
import org.perimeter.search.testing.TestLedger;
import org.perimeter.search.webhook.TestReceiver.Delivery;
import org.perimeter.search.webhook.endpoint.Endpoint;
import org.perimeter.search.webhook.message.Messages;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Consoles that come and go over one real store. */
final class LiveWebhooksIT {

    @RegisterExtension static final EngineExtension ENGINE = new EngineExtension();

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CHANGES = 30;

    @TempDir Path folder;
    private TestLedger ledger;

    @BeforeEach
    void open() throws IOException {
        ledger = new TestLedger(folder, Deployment.signer("rtcc.example.org/audit"));
    }

    @AfterEach
    void close() throws IOException {
        ledger.close();
    }

    /** The changes of one alert, as jobs write them. */
    private static List<Alert> changes() {
        List<Alert> changes = new ArrayList<>();
        SampleAlert alert = SampleAlert.of("manual:1", "a1");
        while (changes.size() < CHANGES) {
            changes.add(alert.alert());
            alert = alert.next(AlertState.CONFIRMED);
        }
        return changes;
    }

    private AutoCloseable console(Stores stores, Endpoint endpoint) {
        Clock clock = Clock.systemUTC();
        AuditLog audit = new AuditLog(ledger, clock, () -> "00ff");
        return new Webhooks(List.of(endpoint), stores, audit, clock).start();
    }

    @Test
    void twoConsolesAndARestartDeliverEveryChangeOnceAndInOrder() throws Exception {
        StoresFactory factory = ENGINE.newFactory();
        List<Alert> changes = changes();
        try (Stores one = factory.open();
                Stores two = factory.open();
                TestReceiver receiver = new TestReceiver(TestReceiver.status(204))) {
            // Given
            one.prepare();
            try (AutoCloseable first = console(one, receiver.endpoint("cad"))) {
                assertThat(first).isNotNull();
                one.alerts().write(changes.subList(0, 10)).toCompletableFuture().join();
                await().atMost(PATIENCE).until(() -> receiver.deliveries().size() >= 3);
            }

            // When
            try (AutoCloseable again = console(one, receiver.endpoint("cad"));
                    AutoCloseable other = console(two, receiver.endpoint("cad"))) {
                assertThat(List.of(again, other)).hasSize(2);
                one.alerts().write(changes.subList(10, CHANGES)).toCompletableFuture().join();
                await().atMost(PATIENCE)
                        .until(() -> one.webhooks().find("cad").orElseThrow().cursor() == CHANGES);
            }

            // Then
            assertThat(receiver.deliveries())
                    .extracting(Delivery::id)
                    .containsExactlyElementsOf(
                            changes.stream()
                                    .map(alert -> Messages.webhookId(AlertNotice.of(alert).id()))
                                    .toList());
            assertThat(receiver.deliveries()).allMatch(Delivery::verified);
            assertThat(one.webhooks().find("cad").orElseThrow().history().delivered())
                    .isEqualTo(CHANGES);
        }
    }
}
