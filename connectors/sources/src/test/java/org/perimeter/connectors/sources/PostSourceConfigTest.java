// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.perimeter.policy.config.ConfigException;

import java.nio.file.Path;
import java.util.Objects;

final class PostSourceConfigTest {

    @TempDir private Path folder;

    @Test
    void fillsInTheDefaultsOfEachType() {
        // When
        PostSourceConfig file = read("{ id: e, type: ndjson, network: exercise, path: p.ndjson }");

        // Then
        assertThat(file)
                .isEqualTo(
                        new PostSourceConfig(
                                "e",
                                "ndjson",
                                "exercise",
                                "p.ndjson",
                                0.0,
                                true,
                                null,
                                null,
                                null,
                                null,
                                null));
        assertThat(read("{ id: b, type: jetstream, url: \"wss://jetstream.invalid/subscribe\" }"))
                .isEqualTo(
                        new PostSourceConfig(
                                "b",
                                "jetstream",
                                "bluesky",
                                null,
                                null,
                                null,
                                "wss://jetstream.invalid/subscribe",
                                30,
                                60,
                                null,
                                null));
    }

    @Test
    void readsEveryKeyOfEachType() {
        // When
        PostSourceConfig file =
                read("{ id: e, type: ndjson, network: web, path: p, speed: 60, follow: false }");

        // Then
        assertThat(file)
                .isEqualTo(
                        new PostSourceConfig(
                                "e", "ndjson", "web", "p", 60.0, false, null, null, null, null,
                                null));
        assertThat(
                        read(
                                "{ id: b, type: jetstream, network: web, url: \"ws://127.0.0.1:6008/s\","
                                        + " idleSeconds: 2, gapSeconds: 3 }"))
                .isEqualTo(
                        new PostSourceConfig(
                                "b",
                                "jetstream",
                                "web",
                                null,
                                null,
                                null,
                                "ws://127.0.0.1:6008/s",
                                2,
                                3,
                                null,
                                null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: UPPER, type: ndjson, network: web, path: p | id: 1 to 40",
                "id: e | type: a value is required",
                "id: e, type: x | type: unknown; known are directory, feed, jetstream and ndjson",
                "id: e, type: ndjson, path: p | network: 1 to 40",
                "id: e, type: ndjson, network: web | path: a value is required",
                "id: e, type: ndjson, network: web, path: p, speed: -1 | speed: must be 0 to 1000000",
                "id: e, type: ndjson, network: web, path: p, speed: 2e6 | speed: must be",
                "id: e, type: ndjson, network: web, path: p, url: u | url: does not belong",
                "id: e, type: directory, network: web | path: a value is required",
                "id: e, type: directory, network: web, path: p, speed: 1 | speed: does not belong",
                "id: e, type: feed, contact: a@b.invalid | url: a value is required",
                "id: e, type: feed, url: \"https://f.invalid/\" | contact: a value is required",
                "id: e, type: feed, url: \"https://f.invalid/\", contact: me"
                        + " | contact: an e-mail or https address",
                "id: e, type: feed, url: \"https://f.invalid/\", contact: a@b.invalid,"
                        + " pollSeconds: 0 | pollSeconds: must be 1 to 86400",
                "id: e, type: feed, url: \"http://f.invalid/\", contact: a@b.invalid"
                        + " | url: a https address",
                "id: e, type: feed, url: \"http://10.0.0.1/\", contact: a@b.invalid"
                        + " | url: a https address",
                "id: e, type: jetstream | url: a value is required",
                "id: e, type: jetstream, url: \"ws://localhost/s\", path: p | path: does not belong",
                "id: e, type: jetstream, url: \"ws://localhost/s\", idleSeconds: 1"
                        + " | idleSeconds: must be 2 to 600",
                "id: e, type: jetstream, url: \"ws://localhost/s\", gapSeconds: 0"
                        + " | gapSeconds: must be 1 to 86400"
            })
    void namesTheKeyThatItRefuses(String keys, String message) {
        // When
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> read("{ " + keys + " }"))

                // Then
                .withMessageContaining("sources.posts[0]." + message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ws://jetstream.invalid/subscribe",
                "https://jetstream.invalid/subscribe",
                "wss://user:secret@jetstream.invalid/subscribe",
                "wss:subscribe",
                "ws://127.0.0.1.evil.invalid/",
                "not an address"
            })
    void refusesAnAddressThatIsNotSecure(String url) {
        // When
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> read("{ id: b, type: jetstream, url: \"" + url + "\" }"))

                // Then
                .withMessageContaining("sources.posts[0].url: ");
    }

    private PostSourceConfig read(String source) {
        SourcesConfig config =
                ConfigSample.withSources(folder, "posts:", "  - " + source)
                        .section("sources", SourcesConfig.class);
        return Objects.requireNonNull(config.posts().get(0));
    }
}
