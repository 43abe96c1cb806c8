// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.close;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.perimeter.nlp.close.pieces.PostPieces;
import org.perimeter.policy.model.incident.IncidentCategory;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;

/** The reader on the graph as its makers published it. */
final class CloseReaderIT {

    private static final int WIDTH = 384;

    private static final IncidentText INCIDENT =
            new IncidentText("Warehouse on fire", IncidentCategory.FIRE, "Harbor Street");

    @Test
    void findsTextsOfOneMeaningNearEachOther() throws IOException {
        PostPieces pieces = PostPieces.load();
        try (OnnxEncoder encoder = new OnnxEncoder(graph())) {
            // Given
            float[] fire = encoder.mean(pieces.of("the warehouse is burning, flames everywhere"));

            // When
            double same = cosine(fire, encoder.mean(pieces.of("huge fire at the warehouse")));
            double other = cosine(fire, encoder.mean(pieces.of("two tickets for sale, row 5")));

            // Then
            assertThat(fire).hasSize(WIDTH);
            assertThat(same).isGreaterThan(0.6);
            assertThat(other).isLessThan(0.3);
        }
    }

    @Test
    void answersTheSameFromManyThreadsAtATime() throws IOException {
        byte[] graph = graph();
        Heads heads = InventedHeads.of(CloseModel.hash(graph), WIDTH);
        try (CloseReader reader = CloseReader.open(new CloseModel.Present(graph, heads))) {
            // Given
            CloseScores once = reader.read(INCIDENT, "smoke over harbor st");

            // When
            List<CloseScores> many =
                    IntStream.range(0, 40)
                            .parallel()
                            .mapToObj(i -> reader.read(INCIDENT, "smoke over harbor st"))
                            .toList();

            // Then
            assertThat(many).containsOnly(once);
            assertThat(once.about()).isNotNull();
            assertThat(reader.read("smoke over harbor st").about()).isNull();
        }
    }

    @Test
    void refusesBytesThatAreNoGraph() {
        assertThatThrownBy(() -> new OnnxEncoder(new byte[] {1, 2, 3}))
                .isInstanceOf(IllegalStateException.class);
    }

    private static byte[] graph() throws IOException {
        try (InputStream in = CloseReaderIT.class.getResourceAsStream("/all-minilm-l6-v2-q.onnx")) {
            assertThat(in).isNotNull();
            return in.readAllBytes();
        }
    }

    private static double cosine(float[] a, float[] b) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += a[i] * b[i];
            aa += a[i] * a[i];
            bb += b[i] * b[i];
        }
        return ab / Math.sqrt(aa * bb);
    }
}
