// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.util.Objects.requireNonNull;

import org.junit.jupiter.api.Test;

import java.util.Map;

final class OnnxGraphTest {

    private static final GraphTensor WEIGHT =
            InventedGraph.floats("w", new long[] {2, 300}, new float[600]);
    private static final GraphTensor BIAS = InventedGraph.floats("b", new long[] {2}, 1.5f, -2);
    private static final byte[] MODEL = InventedGraph.model(WEIGHT, BIAS);

    @Test
    void readsTensorsAndWhatAProductMultipliesBy() {
        // When
        OnnxGraph graph = new OnnxGraph(MODEL);

        // Then
        assertThat(graph.tensors()).containsOnlyKeys("w", "b");
        assertThat(requireNonNull(graph.tensors().get("b")).floats()).containsExactly(1.5f, -2);
        assertThat(requireNonNull(graph.tensors().get("w")).dims()).containsExactly(2, 300);
        assertThat(graph.factor(InventedGraph.PRODUCT)).isEqualTo("w");
        assertThat(graph.find("other")).isNull();
        assertThatThrownBy(() -> graph.factor("other"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesAnUnchangedFileByteForByte() {
        assertThat(new OnnxGraph(MODEL).with(Map.of())).isEqualTo(MODEL);
    }

    @Test
    void writesOnlyTheTensorsThatChanged() {
        // When
        byte[] changed = new OnnxGraph(MODEL).with(Map.of("b", BIAS.with(new float[] {3, 4})));

        // Then
        OnnxGraph graph = new OnnxGraph(changed);
        assertThat(requireNonNull(graph.tensors().get("b")).floats()).containsExactly(3, 4);
        assertThat(requireNonNull(graph.tensors().get("w")).floats()).isEqualTo(WEIGHT.floats());
        assertThat(graph.factor(InventedGraph.PRODUCT)).isEqualTo("w");
    }

    @Test
    void refusesWhatIsNoProtobufOfOnnx() {
        assertThatThrownBy(() -> new OnnxGraph(new byte[] {0x0B}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
