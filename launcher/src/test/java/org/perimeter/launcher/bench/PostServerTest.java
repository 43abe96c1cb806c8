// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

final class PostServerTest {

    @Test
    void servesAPostWhenItIsToldTo() throws Exception {
        // Given
        Instant now = Instant.parse("2026-11-24T10:00:00Z");
        CompletableFuture<String> heard = new CompletableFuture<>();
        try (PostServer platform = new PostServer(Clock.fixed(now, ZoneOffset.UTC))) {
            WebSocket reader =
                    HttpClient.newHttpClient()
                            .newWebSocketBuilder()
                            .buildAsync(URI.create(platform.listen()), listener(heard))
                            .get(20, TimeUnit.SECONDS);
            platform.awaitSubscriber();

            // When
            platform.serve("report number 7");

            // Then
            JsonNode event = new ObjectMapper().readTree(heard.get(20, TimeUnit.SECONDS));
            assertThat(event.at("/commit/record/text").asText()).isEqualTo("report number 7");
            assertThat(event.path("time_us").asLong()).isEqualTo(now.toEpochMilli() * 1_000);
            reader.abort();
        }
    }

    private static WebSocket.Listener listener(CompletableFuture<String> heard) {
        return new WebSocket.Listener() {
            @Override
            public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
                heard.complete(data.toString());
                return CompletableFuture.completedStage(null);
            }
        };
    }
}
