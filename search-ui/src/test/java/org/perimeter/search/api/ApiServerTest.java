// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.policy.access.Role;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.reading.ThreatKind;
import org.perimeter.search.access.Caller;
import org.perimeter.search.api.site.Site;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What every request meets, whatever the route: strict reading, checks, headers, errors. */
final class ApiServerTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private final ApiServer server =
            new ApiServer(
                    new RouteTable(
                            List.of(
                                    Route.post(
                                            "/echo",
                                            "Echoes.",
                                            Ask.class,
                                            Ask.class,
                                            (call, ask) -> ask),
                                    Route.get(
                                            "/count",
                                            "Counts.",
                                            Count.class,
                                            call -> new Count(call.queryInt("limit", 10, 1, 100))),
                                    Route.get(
                                            "/api/v1/look",
                                            "Leaves an entry.",
                                            Count.class,
                                            call -> new Count(1)),
                                    Route.get(
                                            "/broken",
                                            "Breaks.",
                                            Count.class,
                                            call -> {
                                                throw new IllegalStateException("secret detail");
                                            }))),
                    Site.local("127.0.0.1", 0),
                    call -> Caller.of("local", Set.of(Role.ANALYST)));
    private String address = "";

    /** A body with one field of each kind. */
    public record Ask(
            String name,
            @Nullable Integer number,
            @Nullable Double distance,
            @Nullable ThreatKind kind,
            @Nullable Instant since,
            @Nullable GeoPoint center) {}

    /** An answer. */
    public record Count(int count) {}

    @BeforeEach
    void start() {
        address = server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aBodyComesBackAsItWasRead() throws Exception {
        // Given
        String body = "{\"name\":\"a\",\"kind\":\"REPORT\",\"since\":\"2026-01-31T12:00:00Z\"}";

        // When
        HttpResponse<String> answer = post(body);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer)).isEqualTo(new JsonMapper().readTree(body));
    }

    @Test
    void everyAnswerCarriesTheProtectiveHeaders() throws Exception {
        // Given
        List<String> paths =
                List.of("/count", "/broken", "/absent", "/count?limit=0", "/count%2f..%2fbroken");

        for (String path : paths) {
            // When
            HttpResponse<String> answer = get(path);

            // Then
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValueSatisfying(
                            policy ->
                                    assertThat(policy)
                                            .startsWith("default-src 'none'; script-src 'self'")
                                            .contains("frame-ancestors 'none'"));
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(answer.headers().firstValue("Server")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000", "-1", "0", "9223372036854775808", "NaN", "1e1", ""})
    void aNumberOutOfBoundsIsRefusedByItsName(String value) throws Exception {
        // Given
        String path = "/count?limit=" + value;

        // When
        HttpResponse<String> answer = get(path);

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("field").asText()).isEqualTo("limit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "role|{\"name\":\"a\",\"role\":\"admin\"}",
                "@class|{\"@class\":\"java.lang.Runtime\",\"name\":\"a\"}",
                "number|{\"name\":\"a\",\"number\":9223372036854775808}",
                "number|{\"name\":\"a\",\"number\":1.5}",
                "number|{\"name\":\"a\",\"number\":\"1\"}",
                "name|{\"name\":7}",
                "kind|{\"name\":\"a\",\"kind\":\"GOSSIP\"}",
                "kind|{\"name\":\"a\",\"kind\":1}",
                "since|{\"name\":\"a\",\"since\":\"yesterday\"}",
                "since|{\"name\":\"a\",\"since\":\"+99999-01-01T00:00:00Z\"}",
                "center|{\"name\":\"a\",\"center\":{\"lat\":91,\"lon\":0}}",
                "center|{\"name\":\"a\",\"center\":{\"lat\":0,\"lon\":181}}",
                "center.lat|{\"name\":\"a\",\"center\":{\"lat\":\"x\",\"lon\":0}}"
            })
    void aFieldThatIsWrongIsNamed(String fieldAndBody) throws Exception {
        // Given
        String field = fieldAndBody.substring(0, fieldAndBody.indexOf('|'));
        String body = fieldAndBody.substring(field.length() + 1);

        // When
        HttpResponse<String> answer = post(body);

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("field").asText()).isEqualTo(field);
        assertThat(json(answer).path("id").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{",
                "[]",
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{\"name\":\"a\"} {}",
                "{\"name\":\"a\",\"distance\":NaN}",
                "{\"name\":\"a\",\"distance\":Infinity}"
            })
    void aBodyThatIsNotOneJsonObjectIsRefused(String body) throws Exception {
        // Given the body

        // When
        HttpResponse<String> answer = post(body);

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("error").asText()).isNotEmpty();
    }

    @Test
    void aBodyNestedThousandsDeepIsRefused() throws Exception {
        // Given
        String body = "[".repeat(5000) + "]".repeat(5000);

        // When
        HttpResponse<String> answer = post(body);

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void aBodyOfAHundredMegabytesIsRefusedBeforeItIsRead() throws Exception {
        // Given
        long claimed = 100L << 20;
        String head =
                "POST /echo HTTP/1.1\r\nHost: "
                        + address.substring("http://".length())
                        + "\r\nContent-Type: application/json\r\nContent-Length: "
                        + claimed
                        + "\r\n\r\n";

        // When
        String status = firstLine(head);

        // Then
        assertThat(status).startsWith("HTTP/1.1 413");
    }

    @Test
    void aLongBodyOfUnknownLengthIsCutOff() throws Exception {
        // Given
        InputStream fourMegabytes = new ByteArrayInputStream(new byte[4 << 20]);

        // When
        HttpResponse<String> answer =
                client.send(
                        request("/echo")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> fourMegabytes))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        // Then
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void anErrorHereSaysNothingButItsId() throws Exception {
        // Given a route that throws

        // When
        HttpResponse<String> answer = get("/broken");

        // Then
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("secret", "IllegalState", "org.perimeter");
        assertThat(json(answer).path("id").asText()).matches("[0-9a-f]{16}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:%d",
                "127.0.0.1",
                "127.0.0.1:1",
                "a@localhost:%d"
            })
    void aHostNameThatIsNotOursIsRefused(String host) throws Exception {
        // Given
        String authority = host.formatted(URI.create(address).getPort());

        // When
        String status =
                firstLine(
                        "GET /count HTTP/1.1\r\nHost: "
                                + authority
                                + "\r\nConnection: close\r\n\r\n");

        // Then
        assertThat(status).matches("HTTP/1.1 4(21|00).*");
    }

    @Test
    void aNameOfTheLoopbackIsOurs() throws Exception {
        // Given
        String authority = "localhost:" + URI.create(address).getPort();

        // When
        String status =
                firstLine(
                        "GET /count HTTP/1.1\r\nHost: "
                                + authority
                                + "\r\nConnection: close\r\n\r\n");

        // Then
        assertThat(status).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin|http://evil.example",
                "Origin|null",
                "Origin|https://127.0.0.1",
                "Sec-Fetch-Site|cross-site",
                "Sec-Fetch-Site|same-site",
                "Content-Type|text/plain"
            })
    void aChangeThatAnotherSiteCausedIsRefused(String header) throws Exception {
        // Given
        String[] pair = header.split("\\|", 2);

        // When
        HttpResponse<String> answer =
                client.send(
                        request("/echo")
                                .setHeader("Content-Type", "application/json")
                                .setHeader(pair[0], pair[1])
                                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"a\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        // Then
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin|http://evil.example",
                "Origin|null",
                "Referer|http://evil.example/page",
                "Referer|https://127.0.0.1/",
                "Sec-Fetch-Site|cross-site",
                "Sec-Fetch-Site|same-site"
            })
    @Control("AUD-02")
    void aLookThatAnotherSiteCausedIsRefusedBeforeItLeavesAnEntry(String header) throws Exception {
        // Given
        String[] pair = header.split("\\|", 2);

        // When
        HttpResponse<String> answer =
                client.send(
                        request("/api/v1/look").setHeader(pair[0], pair[1]).build(),
                        HttpResponse.BodyHandlers.ofString());

        // Then
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("ledger");
    }

    @Test
    void aLookFromOurOwnPageOrFromAProgramIsAnswered() throws Exception {
        // Given
        HttpRequest page =
                request("/api/v1/look")
                        .setHeader("Referer", address + "/room.html?incident=manual:1")
                        .setHeader("Sec-Fetch-Site", "same-origin")
                        .build();

        // When
        HttpResponse<String> toPage = client.send(page, HttpResponse.BodyHandlers.ofString());
        HttpResponse<String> toProgram = get("/api/v1/look");

        // Then
        assertThat(toPage.statusCode()).isEqualTo(200);
        assertThat(toProgram.statusCode()).isEqualTo(200);
    }

    @Test
    void aChangeFromOurOwnPageIsTaken() throws Exception {
        // Given
        HttpRequest.Builder request =
                request("/echo")
                        .setHeader("Content-Type", "application/json; charset=utf-8")
                        .setHeader("Origin", address)
                        .setHeader("Sec-Fetch-Site", "same-origin");

        // When
        HttpResponse<String> answer =
                client.send(
                        request.POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"a\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void anotherMethodIsRefused() throws Exception {
        // Given
        HttpRequest delete = request("/count").DELETE().header("Origin", address).build();

        // When
        HttpResponse<String> answer = client.send(delete, HttpResponse.BodyHandlers.ofString());

        // Then
        assertThat(answer.statusCode()).isEqualTo(405);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String body) throws Exception {
        return client.send(
                request("/echo")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    private String firstLine(String head) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), URI.create(address).getPort())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            byte[] start = socket.getInputStream().readNBytes(64);
            return new String(start, StandardCharsets.US_ASCII).lines().findFirst().orElse("");
        }
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new JsonMapper().readTree(answer.body());
    }
}
