// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.connectors.sources.activitystreams.ActivityMapper;
import org.perimeter.connectors.sources.input.BoundedJson;
import org.perimeter.connectors.sources.input.Reading;
import org.perimeter.connectors.sources.input.RefusedInput;
import org.perimeter.connectors.sources.jetstream.JetstreamMapper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Thousands of damaged real items, from a fixed seed: a mapper answers each with a value. */
final class HostileInputTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final int ROUNDS = 4000;

    /** What is put into items in the place of their own values. */
    private static final List<String> SPLINTERS =
            List.of(
                    "null",
                    "true",
                    "[]",
                    "{}",
                    "\"\"",
                    "-1",
                    "1e308",
                    "1e999",
                    "0",
                    "[[[[]]]]",
                    "\"\\ud800\"",
                    "\"\\u0000\"",
                    "\"<p>\"",
                    "99999999999999999999",
                    "\"as:Public\"",
                    "\"-999999999-01-01T00:00:00Z\"",
                    "\"+999999999-12-31T23:59:59Z\"",
                    "{\"id\":7}",
                    "[{\"id\":[]}]",
                    "\"did:plc:x\"");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void answersDamagedActivitiesWithAValue(long seed) throws IOException {
        // Given
        Random random = new Random(seed);
        ActivityMapper mapper = new ActivityMapper("push", "fediverse");
        String note = resource("as2-note.json");
        String activity =
                "{\"type\":\"Create\",\"actor\":\"urn:a\",\"published\":\"2026-11-24T11:00:00Z\","
                        + "\"object\":{\"type\":\"Note\",\"id\":\"urn:n\",\"content\":\"<b>x</b>\","
                        + "\"to\":[\"as:Public\"],\"location\":{\"latitude\":1,\"longitude\":2,"
                        + "\"radius\":3,\"units\":\"km\",\"name\":\"n\"},\"url\":\"https://a.invalid\","
                        + "\"contentMap\":{\"en\":\"x\"},\"attachment\":[{\"name\":\"alt\"}]}}";
        int read = 0;

        // When
        for (int i = 0; i < ROUNDS; i++) {
            byte[] damaged = damage(i % 2 == 0 ? note : activity, random);
            read += mapper.map(damaged, NOW) instanceof Reading.Event ? 1 : 0;
        }

        // Then
        assertThat(read).isBetween(ROUNDS / 20, ROUNDS - ROUNDS / 20);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void answersDamagedJetstreamEventsWithAValue(long seed) throws IOException {
        // Given
        Random random = new Random(seed);
        JetstreamMapper mapper = new JetstreamMapper("bluesky", "bluesky");
        List<String> events = resource("jetstream-v1.ndjson").lines().toList();
        int read = 0;

        // When
        for (int i = 0; i < ROUNDS; i++) {
            byte[] damaged = damage(events.get(i % events.size()), random);
            try {
                Reading reading = mapper.map(BoundedJson.object(damaged), NOW);
                read += reading instanceof Reading.Event ? 1 : 0;
            } catch (RefusedInput e) {
                assertThat(e.getMessage()).isEqualTo(e.reason().name());
            }
        }

        // Then
        assertThat(read).isBetween(ROUNDS / 20, ROUNDS - ROUNDS / 20);
    }

    /** Puts a splinter in the place of a value, or changes a byte, once or twice. */
    private static byte[] damage(String json, Random random) {
        String damaged = json;
        for (int i = 0; i <= random.nextInt(2); i++) {
            int colon = damaged.indexOf(':', random.nextInt(damaged.length()));
            int end = colon < 0 ? -1 : endOfValue(damaged, colon + 1);
            if (end > 0) {
                String splinter = SPLINTERS.get(random.nextInt(SPLINTERS.size()));
                damaged = damaged.substring(0, colon + 1) + splinter + damaged.substring(end);
            }
        }
        byte[] bytes = damaged.getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(4) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static int endOfValue(String json, int from) {
        for (int i = from; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == ',' || c == '}' || c == ']') {
                return i;
            }
        }
        return -1;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = HostileInputTest.class.getResourceAsStream("/captured/" + name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
