// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.jetstream;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.perimeter.connectors.http.GuardedDns;
import org.perimeter.connectors.http.NetworkReach;
import org.perimeter.connectors.testkit.source.JetstreamReplayServer;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

final class JetstreamConnectionTest {

    private static final int SURPLUS = 3000;

    @Test
    void asksTheServerForNoMoreThanItMayHold() throws ExecutionException, InterruptedException {
        // Given
        try (JetstreamReplayServer server = JetstreamReplayServer.start()) {
            int all = JetstreamConnection.CAPACITY + SURPLUS;
            JetstreamConnection connection =
                    new JetstreamConnection(
                            HttpClient.newHttpClient(),
                            URI.create(server.url()),
                            GuardedDns.ofSystem(NetworkReach.THIS_MACHINE, false),
                            10_000);

            // When
            assertThat(connection.awaitOpen(TimeUnit.SECONDS.toNanos(10))).isTrue();
            // Not before: of 300 connections whose first frames came along with the server's answer
            // the JDK's client broke one with a ProtocolException, of 900 others none. The source
            // connects anew from its cursor then; here the one connection is what is looked at.
            server.append(IntStream.range(0, all).mapToObj(Events::post).toList());

            // Then
            Awaitility.await().until(() -> connection.waiting() == JetstreamConnection.CAPACITY);
            Awaitility.await()
                    .during(Duration.ofMillis(200))
                    .until(() -> connection.waiting() == JetstreamConnection.CAPACITY);
            for (int i = 0; i < all; i++) {
                assertThat(connection.take(TimeUnit.SECONDS.toNanos(5))).isNotNull();
            }
            connection.abort();
        }
    }
}
