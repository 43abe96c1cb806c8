// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.perimeter.policy.config.ConfigException;
import org.perimeter.policy.config.ConfigFile;

import java.nio.file.Path;
import java.util.List;

final class SourcesConfigTest {

    @TempDir private Path folder;

    @Test
    void readsNothingByDefault() {
        // When
        SourcesConfig config = read("{}");

        // Then
        assertThat(config).isEqualTo(new SourcesConfig(null, null)).isEqualTo(SourcesConfig.NONE);
        assertThat(config.posts()).isEmpty();
        assertThat(config.incidents()).isEmpty();
    }

    @Test
    void readsAFullSection() {
        // When
        SourcesConfig config =
                read(
                        "posts:",
                        "  - { id: e, type: ndjson, network: exercise, path: p }",
                        "incidents:",
                        "  - { id: drawn, type: geojson, path: incidents.geojson }");

        // Then
        assertThat(config.posts()).extracting(PostSourceConfig::id).containsExactly("e");
        assertThat(config.incidents())
                .isEqualTo(
                        List.of(
                                new IncidentSourceConfig(
                                        "drawn", "geojson", "incidents.geojson", 5)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "posts: [{ id: e, type: smoke }] | sources.posts[0].type: unknown",
                "posts: [{ type: ndjson }] | sources.posts[0].id: 1 to 40",
                "posts: [{ id: e, type: ndjson, network: web, path: p, color: 1 }]"
                        + " | sources.posts[0].color: unknown key",
                "incidents: [{ id: e, type: cad, path: p }] | sources.incidents[0].type: unknown",
                "cameras: [] | sources.cameras: unknown key"
            })
    void namesThePathOfWhatItRefuses(String yaml, String message) {
        // When
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> read(yaml))

                // Then
                .withMessageContaining(message);
    }

    @Test
    void refusesTwoSourcesOfOneId() {
        // When
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(
                        () ->
                                read(
                                        "incidents:",
                                        "  - { id: same, type: geojson, path: a }",
                                        "  - { id: same, type: geojson, path: b }"))

                // Then
                .withMessageContaining("sources.incidents[1].id: another source");
    }

    private SourcesConfig read(String... lines) {
        ConfigFile file = ConfigSample.withSources(folder, lines);
        return file.section("sources", SourcesConfig.class);
    }
}
