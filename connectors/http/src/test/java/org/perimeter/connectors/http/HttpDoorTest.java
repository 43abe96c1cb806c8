// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import okhttp3.Dns;
import okhttp3.Request;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;

/** Addresses and servers that try to lead somebody astray. */
final class HttpDoorTest {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://127.1/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://[::127.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.1/",
                "https://0177.0.0.1/",
                "https://010.8.8.8/",
                "https://0.0.0.0/",
                "https://10.0.0.1/",
                "https://100.64.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://[fd00:ec2::254]/",
                "https://localhost/"
            })
    void refusesEverySpellingOfAnAddressInside(String url) {
        // Given
        HttpDoor door = new HttpDoor();

        // When, Then
        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> door.ask(get(url), NetworkReach.INTERNET));
    }

    @Test
    void saysNothingInTheClearToTheInternet() {
        // Given
        HttpDoor door = new HttpDoor();

        // When, Then
        assertThatExceptionOfType(AddressRefusedException.class)
                .isThrownBy(
                        () -> door.ask(get("http://8.8.8.8/"), NetworkReach.INTERNET_OR_INSIDE));
        assertThatExceptionOfType(AddressRefusedException.class)
                .isThrownBy(() -> door.ask(get("http://8.8.8.8/"), NetworkReach.INTERNET));
    }

    @Test
    void connectsToTheAddressThatWasCheckedAndLooksItUpOnlyOnce() throws Exception {
        // Given
        AtomicInteger lookups = new AtomicInteger();
        // The first answer passes; whoever asks again is led to the metadata service.
        Dns rebinding =
                name ->
                        List.of(
                                lookups.getAndIncrement() == 0
                                        ? HERE
                                        : InetAddress.getByName("169.254.169.254"));
        try (PlainServer server = new PlainServer(PlainServer.status(204));
                HttpDoor door = door(rebinding)) {
            String url = "http://rebind.invalid:" + server.port() + "/";

            // When
            try (HttpAnswer answer = door.ask(get(url), NetworkReach.INTERNET_OR_INSIDE)) {
                // Then
                assertThat(answer.status()).isEqualTo(204);
            }
            assertThat(lookups).hasValue(1);
            assertThat(server.asked()).containsExactly("/");
        }
    }

    @Test
    void checksANameAnewForEveryConnection() throws Exception {
        // Given
        AtomicInteger lookups = new AtomicInteger();
        Dns rebinding =
                name ->
                        List.of(
                                lookups.getAndIncrement() == 0
                                        ? HERE
                                        : InetAddress.getByName("169.254.169.254"));
        try (PlainServer server = new PlainServer(PlainServer.status(204, "Connection", "close"));
                HttpDoor door = door(rebinding)) {
            Request request = get("http://rebind.invalid:" + server.port() + "/");
            door.ask(request, NetworkReach.INTERNET_OR_INSIDE).close();

            // When, Then
            assertThatExceptionOfType(AddressRefusedException.class)
                    .isThrownBy(() -> door.ask(request, NetworkReach.INTERNET_OR_INSIDE));
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void aConnectionMadeWithOneReachIsNotUsedWithAnother() throws Exception {
        // Given
        try (PlainServer server = new PlainServer(PlainServer.status(204));
                HttpDoor door = door(name -> List.of(HERE))) {
            Request request = get("http://name.invalid:" + server.port() + "/");
            door.ask(request, NetworkReach.THIS_MACHINE).close();

            // When, Then
            assertThatExceptionOfType(AddressRefusedException.class)
                    .isThrownBy(() -> door.ask(request, NetworkReach.INTERNET));
            assertThat(server.asked()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void whoAsksOnceIsSentNowhere(int status) throws Exception {
        // Given
        try (PlainServer elsewhere = new PlainServer(PlainServer.status(204));
                PlainServer server =
                        new PlainServer(
                                PlainServer.status(status, "Location", elsewhere.url("/")));
                HttpDoor door = new HttpDoor()) {
            // When
            try (HttpAnswer answer = door.ask(get(server.url("/")), NetworkReach.THIS_MACHINE)) {
                // Then
                assertThat(answer.status()).isEqualTo(status);
            }
            assertThat(elsewhere.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data/",
                "http://10.0.0.1/",
                "http://localhost/",
                "https://127.0.0.1/",
                "//127.0.0.1:1/",
                "file:///etc/passwd",
                "gopher://127.0.0.1/",
                ""
            })
    void aMoveLeadsToNoOtherServer(String location) throws Exception {
        // Given
        String[] headers = location.isEmpty() ? new String[0] : new String[] {"Location", location};
        try (PlainServer server =
                        new PlainServer(
                                exchange ->
                                        PlainServer.status(
                                                        exchange.getRequestURI()
                                                                        .getPath()
                                                                        .equals("/")
                                                                ? 301
                                                                : 200,
                                                        headers)
                                                .handle(exchange));
                HttpDoor door = new HttpDoor()) {
            Request request = get(server.url("/"));

            // When, Then
            assertThatExceptionOfType(RefusedMoveException.class)
                    .isThrownBy(() -> door.askWhereItMoved(request, NetworkReach.THIS_MACHINE))
                    .withMessageNotContaining("127.0.0.1");
            assertThat(server.asked()).containsOnly("/");
        }
    }

    @Test
    void aMoveOnTheSameServerIsFollowedAndForgetsWhatWasKnown() throws Exception {
        // Given
        try (PlainServer server =
                        new PlainServer(
                                exchange -> {
                                    boolean known =
                                            exchange.getRequestHeaders()
                                                    .containsKey("If-None-Match");
                                    boolean old = exchange.getRequestURI().getPath().equals("/old");
                                    PlainServer.status(
                                                    old ? 308 : known ? 304 : 204,
                                                    "Location",
                                                    "/new")
                                            .handle(exchange);
                                });
                HttpDoor door = new HttpDoor()) {
            Request request =
                    get(server.url("/old")).newBuilder().header("If-None-Match", "\"1\"").build();

            // When
            try (HttpAnswer answer = door.askWhereItMoved(request, NetworkReach.THIS_MACHINE)) {
                // Then
                assertThat(answer.status()).isEqualTo(204);
                assertThat(answer.url()).hasToString(server.url("/new"));
            }
        }
    }

    @Test
    @Timeout(20)
    void readsNoMoreOfABodyThanAskedFor() throws Exception {
        // Given
        AtomicLong written = new AtomicLong();
        CountDownLatch over = new CountDownLatch(1);
        try (PlainServer server =
                        new PlainServer(
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
                                });
                HttpDoor door = new HttpDoor()) {
            // When
            try (HttpAnswer answer = door.ask(get(server.url("/")), NetworkReach.THIS_MACHINE)) {
                // Then
                assertThat(answer.body(1_000_000)).isNull();
            }
            assertThat(over.await(10, TimeUnit.SECONDS)).isTrue();
            // What the kernel's buffers hold was written, but nobody read on
            assertThat(written.get()).isLessThan(20_000_000L);
        }
    }

    @Test
    void countsABodyAfterInflatingIt() throws Exception {
        // Given
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(small)) {
            gzip.write(new byte[1_000_000]);
        }
        try (PlainServer server =
                        new PlainServer(
                                exchange -> {
                                    try (exchange) {
                                        exchange.getResponseHeaders()
                                                .set("Content-Encoding", "gzip");
                                        exchange.sendResponseHeaders(200, small.size());
                                        exchange.getResponseBody().write(small.toByteArray());
                                    }
                                });
                HttpDoor door = new HttpDoor()) {
            // When
            try (HttpAnswer tooLong = door.ask(get(server.url("/")), NetworkReach.THIS_MACHINE);
                    HttpAnswer fits = door.ask(get(server.url("/")), NetworkReach.THIS_MACHINE)) {
                // Then
                assertThat(small.size()).isLessThan(2_000);
                assertThat(tooLong.body(999_999)).isNull();
                assertThat(fits.body(1_000_000)).hasSize(1_000_000);
            }
        }
    }

    @Test
    @Timeout(20)
    void anExchangeEndsWithItsPatience() {
        // Given
        try (PlainServer server = new PlainServer(exchange -> {});
                HttpDoor door = new HttpDoor(Dns.SYSTEM, Duration.ofMillis(200))) {
            // When, Then
            assertThatExceptionOfType(InterruptedIOException.class)
                    .isThrownBy(() -> door.ask(get(server.url("/")), NetworkReach.THIS_MACHINE));
        }
    }

    @Test
    @Timeout(20)
    void closingOneDoorEndsItsExchangesAndNobodyElses() throws Exception {
        // Given
        CountDownLatch waiting = new CountDownLatch(2);
        CountDownLatch answer = new CountDownLatch(1);
        ExecutorService callers = Executors.newFixedThreadPool(2);
        try (PlainServer server =
                        new PlainServer(
                                exchange -> {
                                    waiting.countDown();
                                    try {
                                        answer.await();
                                    } catch (InterruptedException e) {
                                        Thread.currentThread().interrupt();
                                    }
                                    PlainServer.status(204).handle(exchange);
                                });
                HttpDoor open = new HttpDoor()) {
            HttpDoor closed = new HttpDoor();
            Future<Integer> goesOn = callers.submit(() -> status(open, server));
            Future<Integer> ends = callers.submit(() -> status(closed, server));
            waiting.await();

            // When
            closed.close();

            // Then
            assertThat(ends.get(10, TimeUnit.SECONDS)).isZero();
            answer.countDown();
            assertThat(goesOn.get(10, TimeUnit.SECONDS)).isEqualTo(204);
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void anUnknownNameIsNotARefusedOne() {
        // Given
        HttpDoor door =
                door(
                        name -> {
                            throw new UnknownHostException();
                        });

        // When, Then
        assertThatIOException()
                .isThrownBy(() -> door.ask(get("https://name.invalid/"), NetworkReach.INTERNET))
                .isNotInstanceOf(AddressRefusedException.class);
    }

    /** What the server answers; 0 when the exchange broke off. */
    private static int status(HttpDoor door, PlainServer server) {
        try (HttpAnswer answer = door.ask(get(server.url("/")), NetworkReach.THIS_MACHINE)) {
            return answer.status();
        } catch (IOException e) {
            return 0;
        }
    }

    private static HttpDoor door(Dns resolver) {
        return new HttpDoor(resolver, Duration.ofSeconds(10));
    }

    private static Request get(String url) {
        return new Request.Builder().url(url).build();
    }
}
