// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.activitystreams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.perimeter.connectors.sources.input.BoundedJson;
import org.perimeter.connectors.sources.input.Reading;
import org.perimeter.connectors.sources.input.RefusedInput;
import org.perimeter.policy.model.post.Post;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a real fediverse server writes, recorded with invented accounts. */
final class CapturedActivityTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final ActivityMapper mapper = new ActivityMapper("push", "fediverse");

    @Test
    void readsTheNoteOfARealServer() throws IOException {
        // When
        Reading reading = mapper.map(resource("as2-note.json"), NOW);

        // Then
        Post post = post(reading);
        assertThat(post.text()).isEqualTo("Gunfire heard near 5th and Pine #seattle");
        assertThat(post.createdAt()).isEqualTo("2026-11-22T11:02:47Z");
        assertThat(post.permalink()).isEqualTo(post.id());
    }

    @Test
    void readsEveryActivityOfARealOutbox() throws IOException, RefusedInput {
        // Given
        JsonNode outbox = BoundedJson.object(resource("as2-outbox.json"));

        // When
        List<String> texts = new ArrayList<>();
        for (JsonNode activity : outbox.path("orderedItems")) {
            texts.add(post(mapper.map(activity, NOW)).text());
        }

        // Then
        assertThat(texts)
                .hasSize(outbox.path("totalItems").intValue())
                .contains("Loud bang on Denny", "Third post", "Second post EDITED");
    }

    private static Post post(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Event.class);
        return Objects.requireNonNull(((Reading.Event) reading).event().post());
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = CapturedActivityTest.class.getResourceAsStream("/captured/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
