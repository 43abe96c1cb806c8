// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class JurisdictionBoxTest {

    @TempDir private Path folder;

    private void about(String json) throws IOException {
        Files.writeString(folder.resolve("jurisdiction.json"), json);
    }

    @Test
    void measuresTheBox() throws IOException {
        // Given
        about("{\"bbox\":[10.0,59.95,10.2,60.05]}");

        // When, Then
        // 0.2 degrees of longitude at 60 degrees north are 11.1 km, 0.1 of latitude 11.1 km.
        assertThat(JurisdictionBox.squareMeters(folder)).isCloseTo(123.7e6, withinPercentage(1));
    }

    @Test
    void saysNothingOfATownWithoutABox() throws IOException {
        // Given
        about("{\"name\":\"Anywhere\"}");

        // When, Then
        assertThat(JurisdictionBox.squareMeters(folder)).isZero();
    }

    @Test
    void namesTheFileThatIsMissing() {
        assertThatThrownBy(() -> JurisdictionBox.squareMeters(folder))
                .hasMessageContaining("jurisdiction.json");
    }
}
