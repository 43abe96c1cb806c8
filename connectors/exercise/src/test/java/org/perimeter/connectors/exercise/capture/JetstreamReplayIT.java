// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

final class JetstreamReplayIT {

    @Test
    void servesEveryCapturedEventInOrder() throws Exception {
        // Given
        try (JetstreamReplay replay = JetstreamReplay.ofCapture()) {
            Listener listener = new Listener(URI.create(replay.start(0)));

            // When
            listener.connectBlocking();

            // Then
            await().until(() -> listener.messages.size() == replay.size());
            assertThat(listener.messages.get(0)).contains("\"kind\":\"identity\"");
            listener.closeBlocking();
        }
    }

    @Test
    void servesOnlyWhatIsNewerThanTheCursor() throws Exception {
        // Given
        try (JetstreamReplay replay = JetstreamReplay.ofCapture()) {
            String address = replay.start(0) + "?wantedCollections=x&cursor=1795346830445000";
            Listener listener = new Listener(URI.create(address));

            // When
            listener.connectBlocking();

            // Then
            await().until(() -> listener.messages.size() == 1);
            assertThat(listener.messages.get(0)).contains("deactivated");
            listener.closeBlocking();
        }
    }

    @Test
    void saysThatAPortIsTaken() {
        // Given
        try (JetstreamReplay first = JetstreamReplay.ofCapture();
                JetstreamReplay second = JetstreamReplay.ofCapture()) {
            int port = URI.create(first.start(0)).getPort();

            // When / Then
            assertThatThrownBy(() -> second.start(port))
                    .isInstanceOf(CaptureException.class)
                    .hasMessageContaining(String.valueOf(port));
        }
    }

    private static final class Listener extends WebSocketClient {

        private final List<String> messages = new CopyOnWriteArrayList<>();

        Listener(URI address) {
            super(address);
        }

        @Override
        public void onOpen(ServerHandshake handshake) {
            // Nothing to say.
        }

        @Override
        public void onMessage(String message) {
            messages.add(message);
        }

        @Override
        public void onClose(int code, String reason, boolean remote) {
            // The test looks at the messages only.
        }

        @Override
        public void onError(Exception error) {
            throw new IllegalStateException(error);
        }
    }
}
