// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;

import org.junit.jupiter.api.Test;
import org.perimeter.nlp.close.CloseHead;
import org.perimeter.nlp.close.LinearHead;
import org.perimeter.nlp.close.OnnxEncoder;
import org.perimeter.nlp.close.pieces.Pieces;
import org.perimeter.nlp.close.pieces.PostPieces;
import org.perimeter.nlp.training.reader.data.Labels;
import org.perimeter.nlp.training.reader.onnx.OnnxGraph;
import org.perimeter.nlp.training.reader.onnx.Quantizer;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Training with libtorch on the graphs as their makers published them. */
final class FineTuningIT {

    private static final PostPieces PIECES = PostPieces.load();

    @Test
    void theEncoderSaysWhatOnnxRuntimeSays() throws IOException {
        // Given posts of other lengths, one beside an incident
        byte[] full = graph("/all-minilm-l6-v2.onnx");
        List<Pieces> posts =
                List.of(
                        PIECES.of("shots by the river, everybody is running"),
                        PIECES.of("bread"),
                        PIECES.of("Fire. fire. the mill", "smoke over the mill"));
        try (NDManager manager = NDManager.newBaseManager("PyTorch");
                OnnxEncoder onnx = new OnnxEncoder(full)) {
            // When
            TorchEncoder encoder = new TorchEncoder(new OnnxGraph(full), manager);
            float[] ours = encoder.mean(TorchBatch.of(manager, posts), 0).toFloatArray();

            // Then
            for (int i = 0; i < posts.size(); i++) {
                float[] theirs = onnx.mean(posts.get(i));
                for (int k = 0; k < theirs.length; k++) {
                    assertThat(ours[i * theirs.length + k]).isCloseTo(theirs[k], within(1e-4f));
                }
            }
        }
    }

    @Test
    void learnsWhatItIsShownAndTheSameEachTime() throws IOException {
        // Given
        OnnxGraph full = new OnnxGraph(graph("/all-minilm-l6-v2.onnx"));
        List<List<LabelledPieces>> epochs = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            epochs.add(
                    List.of(
                            labelled("smoke and flames at the mill", true),
                            labelled("the barn is burning", true),
                            labelled("bread is out again", false),
                            labelled("two tickets for sale", false)));
        }

        // When
        TrainedReader trained = new FineTuning(full, 1, step -> {}).train(epochs);
        TrainedReader again = new FineTuning(full, 1, step -> {}).train(epochs);

        // Then
        OnnxGraph published = new OnnxGraph(graph("/all-minilm-l6-v2-q.onnx"));
        byte[] quantized = Quantizer.quantized(published, trained.weights());
        assertThat(Quantizer.quantized(published, again.weights())).isEqualTo(quantized);
        assertThat(again.questions()).isEqualTo(trained.questions());
        try (OnnxEncoder encoder = new OnnxEncoder(quantized)) {
            LinearHead report = trained.questions().get(CloseHead.REPORT.place());
            assertThat(logOdds(encoder, report, "the shed is burning"))
                    .isGreaterThan(logOdds(encoder, report, "bread for sale") + 1);
        }
    }

    private static double logOdds(OnnxEncoder encoder, LinearHead head, String post) {
        float[] mean = encoder.mean(PIECES.of(post));
        double sum = head.bias();
        for (int i = 0; i < mean.length; i++) {
            sum += head.weights().get(i) * mean[i];
        }
        return sum;
    }

    private static LabelledPieces labelled(String post, boolean report) {
        return new LabelledPieces(PIECES.of(post), Labels.NONE.with(CloseHead.REPORT, report), 1);
    }

    private static byte[] graph(String resource) throws IOException {
        try (InputStream in = FineTuningIT.class.getResourceAsStream(resource)) {
            assertThat(in).isNotNull();
            return in.readAllBytes();
        }
    }
}
