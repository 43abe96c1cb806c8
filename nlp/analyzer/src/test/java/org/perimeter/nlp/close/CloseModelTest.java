// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.close;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class CloseModelTest {

    @TempDir Path folder;

    @Test
    void saysWhichFileIsMissing() throws IOException {
        assertThat(CloseModel.in(folder)).isEqualTo(new CloseModel.Absent("heads.json"));

        Files.write(folder.resolve("heads.json"), HeadsFile.bytes(InventedHeads.of("abc", 21)));
        assertThat(CloseModel.in(folder)).isEqualTo(new CloseModel.Absent("reader.onnx"));
    }

    @Test
    void takesHeadsThatBelongToTheGraph() throws IOException {
        // Given
        byte[] graph = {1, 2, 3};
        Heads heads = InventedHeads.of(CloseModel.hash(graph), 21);
        Files.write(folder.resolve("reader.onnx"), graph);
        Files.write(folder.resolve("heads.json"), HeadsFile.bytes(heads));

        // When
        CloseModel model = CloseModel.in(folder);

        // Then
        assertThat(model)
                .isInstanceOfSatisfying(
                        CloseModel.Present.class,
                        present -> assertThat(present.heads()).isEqualTo(heads));
    }

    @Test
    void refusesHeadsOfAnotherGraph() throws IOException {
        Files.write(folder.resolve("reader.onnx"), new byte[] {1, 2, 3});
        Files.write(folder.resolve("heads.json"), HeadsFile.bytes(InventedHeads.of("abc", 21)));

        assertThatThrownBy(() -> CloseModel.in(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("reader.onnx");
    }
}
