// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader;

import org.perimeter.nlp.close.Calibration;
import org.perimeter.nlp.close.CloseHead;
import org.perimeter.nlp.close.CloseModel;
import org.perimeter.nlp.close.HeadModel;
import org.perimeter.nlp.close.Heads;
import org.perimeter.nlp.close.HeadsFile;
import org.perimeter.nlp.close.IncidentText;
import org.perimeter.nlp.close.LinearHead;
import org.perimeter.nlp.close.Thresholds;
import org.perimeter.nlp.close.pieces.PostPieces;
import org.perimeter.nlp.threat.RuleReading;
import org.perimeter.nlp.training.classifier.Corpora;
import org.perimeter.nlp.training.reader.data.AuthorFiles;
import org.perimeter.nlp.training.reader.data.Authors;
import org.perimeter.nlp.training.reader.data.ReaderCorpora;
import org.perimeter.nlp.training.reader.data.ReaderExample;
import org.perimeter.nlp.training.reader.data.TrainingMix;
import org.perimeter.nlp.training.reader.onnx.OnnxGraph;
import org.perimeter.nlp.training.reader.onnx.Quantizer;
import org.perimeter.nlp.training.reader.torch.FineTuning;
import org.perimeter.nlp.training.reader.torch.LabelledPieces;
import org.perimeter.nlp.training.reader.torch.TrainedReader;
import org.perimeter.policy.model.incident.IncidentCategory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * The training from end to end: draws the epochs, moves the weights, puts them into the quantized
 * graph, and has the heads calibrated with it.
 */
final class ReaderTraining {

    private static final int SEED = 7;

    /**
     * How far "about this incident" leans on "about any incident": among shares from 0 to 1 the one
     * that kept most posts of the development packs at 2 % of daily life.
     */
    private static final float LEAN = 0.5f;

    private final Corpora corpora;
    private final int epochs;
    private final Consumer<String> progress;
    private final PostPieces pieces = PostPieces.load();

    /**
     * What is to be shipped.
     *
     * @param graph bytes of reader.onnx
     * @param heads bytes of heads.json
     * @param card bytes of the card
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed on once, to be written.
    record Result(byte[] graph, byte[] heads, byte[] card) {}

    ReaderTraining(Corpora corpora, int epochs, Consumer<String> progress) {
        this.corpora = corpora;
        this.epochs = epochs;
        this.progress = progress;
    }

    /** Trains a model. */
    Result run() throws IOException {
        OnnxGraph full = PublishedGraphs.full();
        OnnxGraph published = PublishedGraphs.quantized();
        Authors all = AuthorFiles.read();
        progress.accept("reading the corpora");
        ReaderCorpora read = ReaderCorpora.read(corpora, RuleReading.load()::of);
        Authors authors = DevelopmentPosts.training(all);
        List<List<LabelledPieces>> drawn = draw(new TrainingMix(authors, read.shares()));
        TrainedReader trained = new FineTuning(full, SEED, progress).train(drawn);
        byte[] graph = Quantizer.quantized(published, trained.weights());
        return calibrated(
                graph,
                raw(graph, trained),
                all,
                read,
                card -> card.data(counts(authors), read.shares()));
    }

    /** Chooses calibration and thresholds of a trained model anew. */
    Result calibrate(byte[] graph, Heads heads) throws IOException {
        progress.accept("reading the corpora");
        ReaderCorpora read = ReaderCorpora.read(corpora, RuleReading.load()::of);
        return calibrated(graph, heads, AuthorFiles.read(), read, ModelCard::calibratedOnly);
    }

    private Result calibrated(
            byte[] graph,
            Heads trained,
            Authors all,
            ReaderCorpora read,
            Consumer<ModelCard> origin)
            throws IOException {
        ReaderCalibration calibration =
                new ReaderCalibration(graph, DevelopmentPosts.development(all), progress);
        Heads heads = calibration.fit(trained);
        ModelCard card = new ModelCard(heads);
        origin.accept(card);
        calibration.judge(heads, read.aside(), card);
        return new Result(
                graph, HeadsFile.bytes(heads), card.text().getBytes(StandardCharsets.UTF_8));
    }

    private List<List<LabelledPieces>> draw(TrainingMix mix) {
        Random random = new Random(SEED);
        List<List<LabelledPieces>> drawn = new ArrayList<>();
        for (int i = 0; i < epochs; i++) {
            List<LabelledPieces> epoch = mix.epoch(random).stream().map(this::encoded).toList();
            progress.accept("epoch " + (i + 1) + ": " + epoch.size() + " posts");
            drawn.add(epoch);
        }
        return drawn;
    }

    private LabelledPieces encoded(ReaderExample example) {
        IncidentText incident = example.incident();
        return new LabelledPieces(
                incident == null
                        ? pieces.of(example.text())
                        : pieces.of(incident.text(), example.text()),
                example.labels(),
                example.weight());
    }

    /** What training made of the heads, neither calibrated nor with thresholds. */
    private static Heads raw(byte[] graph, TrainedReader trained) {
        Calibration flat = new Calibration(List.of(new Calibration.Point(0, 0.5)));
        Map<CloseHead, HeadModel> questions = new EnumMap<>(CloseHead.class);
        for (CloseHead head : CloseHead.values()) {
            questions.put(
                    head,
                    new HeadModel(output(trained, head), new Thresholds(0, 0), flat, Map.of()));
        }
        Map<IncidentCategory, LinearHead> categories = new EnumMap<>(IncidentCategory.class);
        for (IncidentCategory category : IncidentCategory.values()) {
            categories.put(
                    category,
                    trained.categories().get(List.of(IncidentCategory.values()).indexOf(category)));
        }
        int width = trained.questions().get(0).weights().size();
        return new Heads(CloseModel.hash(graph), width, questions, categories);
    }

    /** Daily life beside an incident is told by both questions best. */
    private static LinearHead output(TrainedReader trained, CloseHead head) {
        LinearHead own = trained.questions().get(head.place());
        return head == CloseHead.ABOUT
                ? own.leaningOn(trained.questions().get(CloseHead.RELEVANT.place()), LEAN)
                : own;
    }

    private static Map<String, Integer> counts(Authors authors) {
        Map<String, Integer> counts = new HashMap<>();
        authors.posts()
                .forEach(
                        post ->
                                counts.merge(
                                        "author " + post.author() + ", posts", 1, Integer::sum));
        authors.packs()
                .forEach(
                        pack ->
                                counts.merge(
                                        "author " + pack.author() + ", packs",
                                        pack.posts().size(),
                                        Integer::sum));
        return counts;
    }
}
