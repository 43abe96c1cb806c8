// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.perimeter.policy.fence.BoundingBox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class JurisdictionBoxTest {

    @TempDir private Path folder;

    private void about(String json) throws IOException {
        Files.writeString(folder.resolve("jurisdiction.json"), json);
    }

    @Test
    void readsTheBox() throws IOException {
        // Given
        about("{\"bbox\":[10.0,59.95,10.2,60.05]}");

        // When, Then
        assertThat(JurisdictionBox.read(folder))
                .contains(new BoundingBox(59.95, 10.0, 60.05, 10.2));
    }

    @Test
    void saysNothingOfATownWithoutABox() throws IOException {
        // Given
        about("{\"name\":\"Anywhere\"}");

        // When, Then
        assertThat(JurisdictionBox.read(folder)).isEmpty();
    }

    @Test
    void namesTheFileWhoseBoxIsNoBox() throws IOException {
        // Given
        about("{\"bbox\":[10.0,\"north\",10.2,60.05]}");

        // When, Then
        assertThatThrownBy(() -> JurisdictionBox.read(folder))
                .hasMessageContaining("jurisdiction.json")
                .hasMessageContaining("bbox");
    }

    @Test
    void namesTheFileThatIsMissing() {
        assertThatThrownBy(() -> JurisdictionBox.read(folder))
                .hasMessageContaining("jurisdiction.json");
    }
}
