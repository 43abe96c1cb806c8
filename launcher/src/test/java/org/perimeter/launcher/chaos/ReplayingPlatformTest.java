// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

final class ReplayingPlatformTest {

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @Test
    void whoComesBackWithACursorGetsAllFromThereOn() throws Exception {
        // Given
        try (ReplayingPlatform platform = new ReplayingPlatform()) {
            String address = platform.listen();
            platform.serve(10, "first");
            platform.serve(20, "second");
            platform.serve(30, "third");

            // When
            WebSocket reader = subscribe(address + "?wantedCollections=x&cursor=20");

            // Then
            assertThat(next()).isEqualTo("second");
            assertThat(next()).isEqualTo("third");
            platform.serve(40, "fourth");
            assertThat(next()).isEqualTo("fourth");
            reader.abort();
        }
    }

    private WebSocket subscribe(String address) throws Exception {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), new Listener())
                .get(20, TimeUnit.SECONDS);
    }

    private String next() throws InterruptedException {
        return heard.poll(20, TimeUnit.SECONDS);
    }

    private final class Listener implements WebSocket.Listener {

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            heard.add(data.toString());
            socket.request(1);
            return CompletableFuture.completedStage(null);
        }
    }
}
