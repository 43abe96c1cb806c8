// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.perimeter.launcher.process.LauncherException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

final class ConsoleClientTest {

    private static final int CUT_OFF = 0;

    private final Deque<Integer> statuses = new ArrayDeque<>();
    private HttpServer server;
    private ConsoleClient client;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    int status = statuses.remove();
                    if (status != CUT_OFF) {
                        byte[] body = "{\"accepted\":[\"a:1\"]}".getBytes(StandardCharsets.UTF_8);
                        exchange.sendResponseHeaders(status, body.length);
                        exchange.getResponseBody().write(body);
                    }
                    exchange.close();
                });
        server.start();
        client = new ConsoleClient("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void asksAgainWhileTheConsoleOrItsStoreIsAway() {
        // Given
        statuses.addAll(List.of(CUT_OFF, 503, 200));

        // When
        String id = client.open(new ObjectMapper().createObjectNode());

        // Then
        assertThat(id).isEqualTo("a:1");
        assertThat(statuses).isEmpty();
    }

    @Test
    void takesARefusalForAnAnswer() {
        // Given
        statuses.addAll(List.of(403, 200));

        // When / Then
        assertThatThrownBy(() -> client.open(new ObjectMapper().createObjectNode()))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("403");
        assertThat(statuses).hasSize(1);
    }
}
