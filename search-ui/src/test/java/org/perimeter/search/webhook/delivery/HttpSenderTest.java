// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.Dns;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.connectors.http.HttpDoor;
import org.perimeter.search.webhook.TestEndpoint;
import org.perimeter.search.webhook.TestReceiver;
import org.perimeter.search.webhook.TestReceiver.Delivery;
import org.perimeter.search.webhook.delivery.Attempt.Verdict;
import org.perimeter.search.webhook.message.Message;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Receivers that behave, and receivers that do not. */
final class HttpSenderTest {

    private static final Message MESSAGE = new Message("alert_1", "{\"type\":\"alert.created\"}");

    private final Clock clock = Clock.systemUTC();
    private final HttpSender sender = new HttpSender(new HttpDoor(), clock);

    @AfterEach
    void close() {
        sender.close();
    }

    @Test
    void sendsOneSignedRequestAndTakesA2xxForDelivery() {
        try (TestReceiver receiver = new TestReceiver(TestReceiver.status(204))) {
            // When
            Attempt attempt = sender.send(receiver.endpoint("a"), MESSAGE);

            // Then
            assertThat(attempt).isEqualTo(new Attempt(Verdict.DELIVERED, "204", null));
            assertThat(receiver.deliveries())
                    .containsExactly(
                            new Delivery(
                                    "alert_1",
                                    "application/json",
                                    "{\"type\":\"alert.created\"}",
                                    true));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void followsNobodyElsewhere(int status) {
        try (TestReceiver elsewhere = new TestReceiver(TestReceiver.status(204));
                TestReceiver receiver =
                        new TestReceiver(
                                exchange -> {
                                    exchange.getResponseHeaders().add("Location", elsewhere.url());
                                    TestReceiver.status(status).to(exchange);
                                })) {
            // When
            Attempt attempt = sender.send(receiver.endpoint("a"), MESSAGE);

            // Then
            assertThat(attempt)
                    .isEqualTo(new Attempt(Verdict.FAILED, Integer.toString(status), null));
            assertThat(elsewhere.deliveries()).isEmpty();
            assertThat(receiver.deliveries()).hasSize(1);
        }
    }

    @Test
    void readsNothingOfAnEndlessAnswer() throws Exception {
        AtomicLong written = new AtomicLong();
        CountDownLatch over = new CountDownLatch(1);
        try (TestReceiver receiver =
                new TestReceiver(
                        exchange -> {
                            exchange.sendResponseHeaders(200, 0);
                            byte[] block = new byte[65_536];
                            try (OutputStream body = exchange.getResponseBody()) {
                                while (written.get() < 1L << 32) {
                                    body.write(block);
                                    written.addAndGet(block.length);
                                }
                            } finally {
                                over.countDown();
                            }
                        })) {
            // When
            Attempt attempt = sender.send(receiver.endpoint("a"), MESSAGE);

            // Then
            // What the kernel's buffers hold was written, but nobody read on
            assertThat(attempt.verdict()).isEqualTo(Verdict.DELIVERED);
            assertThat(over.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(written.get()).isLessThan(10_000_000L);
        }
    }

    @Test
    void asksNoMoreOfAReceiverThatNeverAnswers() {
        HttpSender impatient =
                new HttpSender(new HttpDoor(Dns.SYSTEM, Duration.ofMillis(300)), clock);
        try (TestReceiver receiver = new TestReceiver(exchange -> {})) {
            // When
            Attempt attempt = impatient.send(receiver.endpoint("a"), MESSAGE);

            // Then
            assertThat(attempt).isEqualTo(Attempt.unanswered("TIMEOUT"));
        } finally {
            impatient.close();
        }
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        // Given
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        // When
        Attempt attempt =
                sender.send(
                        TestEndpoint.at("a", "http://127.0.0.1:" + port + "/hook", true), MESSAGE);

        // Then
        assertThat(attempt).isEqualTo(Attempt.unanswered("NO_CONNECTION"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://2130706433/",
                "https://0.0.0.0/",
                "https://10.0.0.1/",
                "https://169.254.169.254/latest/meta-data/"
            })
    void neverConnectsToAnAddressInsideUnlessAllowed(String url) {
        // When
        Attempt attempt = sender.send(TestEndpoint.at("a", url, false), MESSAGE);

        // Then
        assertThat(attempt).isEqualTo(Attempt.unanswered("ADDRESS_REFUSED"));
    }

    @Test
    void neverConnectsToANameThatLeadsInside() {
        // Given
        InetAddress here = InetAddress.getLoopbackAddress();
        HttpSender rebound =
                new HttpSender(new HttpDoor(name -> List.of(here), Duration.ofSeconds(10)), clock);
        try (TestReceiver receiver = new TestReceiver(TestReceiver.status(204))) {
            String url = receiver.url().replace("http://127.0.0.1", "https://hook.example.org");

            // When
            Attempt attempt = rebound.send(TestEndpoint.at("a", url, false), MESSAGE);

            // Then
            assertThat(attempt).isEqualTo(Attempt.unanswered("ADDRESS_REFUSED"));
            assertThat(receiver.deliveries()).isEmpty();
        } finally {
            rebound.close();
        }
    }

    @Test
    void sendsNothingInTheClearToTheInternet() {
        // When
        Attempt attempt = sender.send(TestEndpoint.at("a", "http://8.8.8.8/", true), MESSAGE);

        // Then
        assertThat(attempt).isEqualTo(Attempt.unanswered("ADDRESS_REFUSED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"120", "DATE"})
    void hearsHowLongToWait(String value) {
        // Given
        String date =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        clock.instant().plusSeconds(122).atOffset(ZoneOffset.UTC));
        try (TestReceiver receiver =
                new TestReceiver(
                        exchange -> {
                            exchange.getResponseHeaders()
                                    .add("Retry-After", value.equals("DATE") ? date : value);
                            TestReceiver.status(503).to(exchange);
                        })) {
            // When
            Attempt attempt = sender.send(receiver.endpoint("a"), MESSAGE);

            // Then
            assertThat(attempt.verdict()).isEqualTo(Verdict.FAILED);
            assertThat(attempt.retryAfter())
                    .isBetween(Duration.ofSeconds(100), Duration.ofSeconds(122));
        }
    }

    @Test
    void tellsGoneAndUnwantedFromFailed() {
        // When, Then
        assertThat(Attempt.answered(410, null).verdict()).isEqualTo(Verdict.GONE);
        assertThat(Attempt.answered(422, null).verdict()).isEqualTo(Verdict.UNWANTED);
        assertThat(Attempt.answered(401, null).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(Attempt.answered(404, null).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(Attempt.answered(304, null).verdict()).isEqualTo(Verdict.FAILED);
    }
}
