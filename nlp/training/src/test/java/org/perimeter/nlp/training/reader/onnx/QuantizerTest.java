// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import static java.util.Objects.requireNonNull;

import org.junit.jupiter.api.Test;

import java.util.Map;

final class QuantizerTest {

    private static final long[] MATRIX = {2, 2};

    private static final OnnxGraph PUBLISHED =
            new OnnxGraph(
                    InventedGraph.model(
                            InventedGraph.bytes(
                                    "m_quantized", GraphTensor.INT8, MATRIX, new byte[4]),
                            InventedGraph.floats("m_scale", new long[] {2}, 1, 1),
                            InventedGraph.bytes(
                                    "e_quantized", GraphTensor.UINT8, MATRIX, new byte[4]),
                            InventedGraph.floats("e_scale", new long[] {}, 1),
                            InventedGraph.bytes(
                                    "e_zero_point", GraphTensor.UINT8, new long[] {}, (byte) 0),
                            InventedGraph.floats("bias", new long[] {2}, 0, 0),
                            InventedGraph.floats("kept", new long[] {1}, 7)));

    @Test
    void givesEveryColumnOfAMatrixItsOwnScale() {
        // Given
        GraphTensor trained = InventedGraph.floats("m", MATRIX, 1, -0.01f, -0.5f, 0.002f);

        // When
        OnnxGraph graph = quantized(Map.of("m", trained));

        // Then
        byte[] values = requireNonNull(graph.tensors().get("m_quantized")).raw();
        float[] scale = requireNonNull(graph.tensors().get("m_scale")).floats();
        for (int i = 0; i < values.length; i++) {
            float half = scale[i % 2] / 2;
            assertThat(values[i] * scale[i % 2]).isCloseTo(trained.floats()[i], within(half));
        }
        assertThat(scale[1]).isLessThan(scale[0] / 50);
    }

    @Test
    void writesEmbeddingsAroundOneZero() {
        // Given
        GraphTensor trained = InventedGraph.floats("e", MATRIX, -1, 0, 0.25f, 3);

        // When
        OnnxGraph graph = quantized(Map.of("e", trained));

        // Then
        byte[] values = requireNonNull(graph.tensors().get("e_quantized")).raw();
        float scale = requireNonNull(graph.tensors().get("e_scale")).floats()[0];
        int zero = requireNonNull(graph.tensors().get("e_zero_point")).raw()[0] & 0xFF;
        for (int i = 0; i < values.length; i++) {
            assertThat(((values[i] & 0xFF) - zero) * scale)
                    .isCloseTo(trained.floats()[i], within(scale));
        }
    }

    @Test
    void copiesWhatIsNotQuantizedAndKeepsWhatWasNotTrained() {
        // When
        OnnxGraph graph =
                quantized(Map.of("bias", InventedGraph.floats("bias", new long[] {2}, 5, 6)));

        // Then
        assertThat(requireNonNull(graph.tensors().get("bias")).floats()).containsExactly(5, 6);
        assertThat(requireNonNull(graph.tensors().get("kept")).floats()).containsExactly(7);
        assertThat(requireNonNull(graph.tensors().get("m_scale")).floats()).containsExactly(1, 1);
    }

    private static OnnxGraph quantized(Map<String, GraphTensor> trained) {
        return new OnnxGraph(Quantizer.quantized(PUBLISHED, trained));
    }
}
