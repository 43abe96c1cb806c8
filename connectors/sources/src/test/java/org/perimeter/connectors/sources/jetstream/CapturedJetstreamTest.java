// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.jetstream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.connectors.sources.ManualClock;
import org.perimeter.connectors.spi.source.PostSource;
import org.perimeter.connectors.spi.source.SourceCursor;
import org.perimeter.connectors.testkit.source.JetstreamReplayServer;
import org.perimeter.connectors.testkit.source.SourceReader;
import org.perimeter.policy.model.post.PostEvent;
import org.perimeter.policy.model.post.PostOperation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What a Jetstream front over the official server wrote, recorded with invented accounts. */
final class CapturedJetstreamTest {

    @Test
    void readsTheLifeOfTwoAccounts() throws IOException {
        // Given
        try (JetstreamReplayServer server = JetstreamReplayServer.start();
                PostSource source =
                        new JetstreamPostSource(
                                new JetstreamPostSourceFactory("bluesky", "bluesky", server.url()),
                                new ManualClock("2026-11-23T00:00:00Z"))) {
            server.append(captured());

            // When
            SourceReader reader = SourceReader.open(source, SourceCursor.START).readUntil(11, 99);

            // Then
            assertThat(reader.events())
                    .extracting(PostEvent::operation)
                    .filteredOn(operation -> operation == PostOperation.UPSERT)
                    .hasSize(8);
            assertThat(reader.events())
                    .extracting(PostEvent::operation)
                    .endsWith(PostOperation.DELETE_AUTHOR);
            assertThat(reader.events())
                    .filteredOn(event -> event.post() != null)
                    .extracting(event -> Objects.requireNonNull(event.post()).text())
                    .contains("Smoke over 5th & Pine (edited)", "to be deleted");
            assertThat(reader.rejected()).isEmpty();
        }
    }

    private static List<String> captured() throws IOException {
        try (InputStream in =
                CapturedJetstreamTest.class.getResourceAsStream("/captured/jetstream-v1.ndjson")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
