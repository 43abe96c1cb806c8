// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.perimeter.policy.config.ConfigException;

import java.nio.file.Path;

final class IncidentSourceConfigTest {

    @TempDir private Path folder;

    @Test
    void looksEveryFiveSecondsByDefault() {
        // When
        IncidentSourceConfig config = read("{ id: cad, type: geojson, path: cad.geojson }");

        // Then
        assertThat(config).isEqualTo(new IncidentSourceConfig("cad", "geojson", "cad.geojson", 5));
    }

    @Test
    void readsEveryKey() {
        // When
        IncidentSourceConfig config =
                read("{ id: cad, type: geojson, path: cad.geojson, pollSeconds: 60 }");

        // Then
        assertThat(config).isEqualTo(new IncidentSourceConfig("cad", "geojson", "cad.geojson", 60));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: a b, type: geojson, path: p | id: 1 to 40",
                "id: cad, path: p | type: a value is required",
                "id: cad, type: eido, path: p | type: unknown; known are cap and geojson",
                "id: cad, type: geojson | path: a value is required",
                "id: cad, type: geojson, path: p, pollSeconds: 0 | pollSeconds: must be 1 to 3600"
            })
    void namesTheKeyThatItRefuses(String keys, String message) {
        // When
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> read("{ " + keys + " }"))

                // Then
                .withMessageContaining("sources.incidents[0]." + message);
    }

    private IncidentSourceConfig read(String source) {
        return ConfigSample.withSources(folder, "incidents:", "  - " + source)
                .section("sources", SourcesConfig.class)
                .incidents()
                .get(0);
    }
}
