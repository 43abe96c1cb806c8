// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.torch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;

import org.perimeter.nlp.close.CloseHead;
import org.perimeter.nlp.training.reader.onnx.GraphTensor;
import org.perimeter.nlp.training.reader.onnx.OnnxGraph;
import org.perimeter.policy.model.incident.IncidentCategory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Moves all layers of a published encoder but its word embeddings, and the heads on it, so that
 * they answer as the labels do. One seed and one thread give the same weights each time.
 */
public final class FineTuning {

    private static final String ENGINE = "PyTorch";
    private static final String WORDS = "embeddings.word_embeddings.weight";
    private static final int BATCH = 16;
    private static final int TELL = 100;
    private static final float RATE = 8e-5f;
    private static final float WARM = 0.08f;
    private static final float HEAD_RATE = 10;
    private static final float DECAY = 0.01f;
    private static final float DROPOUT = 0.1f;

    /** Gradients of all weights together are shortened to this length. */
    private static final double LONGEST = 1;

    private final OnnxGraph graph;
    private final int seed;
    private final Consumer<String> progress;

    public FineTuning(OnnxGraph graph, int seed, Consumer<String> progress) {
        this.graph = graph;
        this.seed = seed;
        this.progress = progress;
    }

    /** Trains on these epochs, one after the other. */
    public TrainedReader train(List<List<LabelledPieces>> epochs) {
        Engine.getEngine(ENGINE).setRandomSeed(seed);
        Random random = new Random(seed);
        List<List<LabelledPieces>> batches = new ArrayList<>();
        epochs.forEach(epoch -> batches.addAll(Batches.of(epoch, BATCH, random)));
        try (NDManager manager = NDManager.newBaseManager(ENGINE)) {
            return new Run(manager, random).train(batches);
        }
    }

    private final class Run {

        private final NDManager manager;
        private final TorchEncoder encoder;
        private final HeadWeights questions;
        private final HeadWeights categories;
        private final List<AdamWeight> moved = new ArrayList<>();

        private Run(NDManager manager, Random random) {
            this.manager = manager;
            this.encoder = new TorchEncoder(graph, manager);
            int width = encoder.width();
            this.questions = new HeadWeights(manager, width, CloseHead.values().length, random);
            this.categories =
                    new HeadWeights(manager, width, IncidentCategory.values().length, random);
            encoder.weights()
                    .forEach(
                            (name, weight) -> {
                                if (!name.equals(WORDS)) {
                                    float decay = weight.getShape().dimension() > 1 ? DECAY : 0;
                                    moved.add(new AdamWeight(weight, manager, 1, decay));
                                }
                            });
            for (HeadWeights head : List.of(questions, categories)) {
                head.parameters().forEach(w -> moved.add(new AdamWeight(w, manager, HEAD_RATE, 0)));
            }
        }

        private TrainedReader train(List<List<LabelledPieces>> batches) {
            int steps = batches.size();
            double loss = 0;
            for (int step = 1; step <= steps; step++) {
                double now = step(batches.get(step - 1), step, steps);
                loss += now;
                if (step % TELL == 0 || step == steps) {
                    progress.accept(
                            String.format(
                                    Locale.ROOT,
                                    "step %d of %d, loss %.4f",
                                    step,
                                    steps,
                                    loss / ((step - 1) % TELL + 1)));
                    loss = 0;
                }
            }
            Map<String, GraphTensor> weights = encoder.tensors();
            weights.remove(WORDS);
            return new TrainedReader(weights, questions.heads(), categories.heads());
        }

        private double step(List<LabelledPieces> batch, int step, int steps) {
            double loss = gradients(batch);
            double norm = Math.sqrt(moved.stream().mapToDouble(AdamWeight::squares).sum());
            // Now and then libtorch multiplies what it did not clear, in any layer. What is no
            // number must not reach the weights, from where it never goes away.
            boolean sound = Double.isFinite(loss) && Double.isFinite(norm);
            float rate = rate(step, steps);
            for (AdamWeight weight : moved) {
                if (sound) {
                    weight.step(rate, step, (float) Math.min(1, LONGEST / norm));
                } else {
                    weight.skip();
                }
            }
            if (!sound) {
                progress.accept("step " + step + " left out: its gradients are no numbers");
            }
            return sound ? loss : 0;
        }

        private double gradients(List<LabelledPieces> batch) {
            try (NDManager step = manager.newSubManager();
                    GradientCollector collector = Engine.getEngine(ENGINE).newGradientCollector()) {
                TorchBatch posts =
                        TorchBatch.of(step, batch.stream().map(LabelledPieces::pieces).toList());
                NDArray means = encoder.mean(posts, DROPOUT);
                NDArray loss =
                        new MaskedLoss(batch, step).of(questions.of(means), categories.of(means));
                collector.backward(loss);
                return loss.getFloat();
            }
        }
    }

    /** Rises over the first steps, then falls to nothing. */
    private static float rate(int step, int steps) {
        float warm = WARM * steps;
        return RATE * (step < warm ? step / warm : (steps - step) / (steps - warm));
    }
}
