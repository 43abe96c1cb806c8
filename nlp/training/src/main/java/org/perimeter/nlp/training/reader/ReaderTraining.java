// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader;

import org.perimeter.nlp.close.Calibration;
import org.perimeter.nlp.close.CloseHead;
import org.perimeter.nlp.close.CloseModel;
import org.perimeter.nlp.close.CloseReader;
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
import org.perimeter.nlp.training.reader.fit.HeadFit;
import org.perimeter.nlp.training.reader.fit.ReadExample;
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
 * graph, and calibrates the heads with that graph on a hand that training did not see.
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
        Heads heads = fit(graph, trained, DevelopmentPosts.development(all));
        ModelCard card = new ModelCard(heads);
        card.data(counts(authors), read.shares());
        judge(graph, heads, DevelopmentPosts.development(all), read.aside(), card);
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

    private Heads fit(byte[] graph, TrainedReader trained, Authors development) {
        progress.accept("calibrating with the quantized graph");
        Map<IncidentCategory, LinearHead> categories = new EnumMap<>(IncidentCategory.class);
        for (IncidentCategory category : IncidentCategory.values()) {
            categories.put(
                    category,
                    trained.categories().get(List.of(IncidentCategory.values()).indexOf(category)));
        }
        String hash = CloseModel.hash(graph);
        int width = trained.questions().get(0).weights().size();
        Heads raw = new Heads(hash, width, raw(trained), categories);
        List<ReaderExample> authored = new ArrayList<>(DevelopmentPosts.singles(development));
        authored.addAll(DevelopmentPosts.packs(development));
        HeadFit fit = new HeadFit(read(graph, raw, authored));
        Map<CloseHead, HeadModel> questions = new EnumMap<>(CloseHead.class);
        for (CloseHead head : CloseHead.values()) {
            questions.put(head, fit.fit(head, output(trained, head)));
        }
        return new Heads(hash, width, questions, categories);
    }

    /** What a head was trained to; daily life beside an incident is told by both questions best. */
    private static LinearHead output(TrainedReader trained, CloseHead head) {
        LinearHead own = trained.questions().get(head.place());
        return head == CloseHead.ABOUT
                ? own.leaningOn(trained.questions().get(CloseHead.RELEVANT.place()), LEAN)
                : own;
    }

    /** Heads that say what they were trained to, neither calibrated nor with thresholds. */
    private static Map<CloseHead, HeadModel> raw(TrainedReader trained) {
        Calibration flat = new Calibration(List.of(new Calibration.Point(0, 0.5)));
        Map<CloseHead, HeadModel> raw = new EnumMap<>(CloseHead.class);
        for (CloseHead head : CloseHead.values()) {
            LinearHead output = output(trained, head);
            raw.put(head, new HeadModel(output, new Thresholds(0, 0), flat, Map.of()));
        }
        return raw;
    }

    private static List<ReadExample> read(byte[] graph, Heads heads, List<ReaderExample> examples) {
        try (CloseReader reader = CloseReader.open(new CloseModel.Present(graph, heads))) {
            return examples.stream().map(example -> ReadExample.of(reader, example)).toList();
        }
    }

    /** What a region posts on an ordinary day; the corpora of names hold the world's news too. */
    private static List<ReaderExample> harmless(List<ReaderExample> aside) {
        return aside.stream()
                .filter(post -> post.source().equals(ReaderCorpora.STREAM))
                .filter(post -> Boolean.FALSE.equals(post.labels().answer(CloseHead.RELEVANT)))
                .toList();
    }

    private void judge(
            byte[] graph,
            Heads heads,
            Authors development,
            List<ReaderExample> aside,
            ModelCard card) {
        progress.accept("measuring on the posts kept aside");
        List<ReadExample> singles = read(graph, heads, DevelopmentPosts.singles(development));
        List<ReadExample> alone =
                singles.stream().filter(r -> r.example().incident() == null).toList();
        List<ReadExample> packs = read(graph, heads, DevelopmentPosts.packs(development));
        List<ReadExample> ordinary = read(graph, heads, harmless(aside));
        card.curve("the posts of author b", CloseHead.REPORT, alone);
        card.curve("the posts of author b", CloseHead.THREAT, alone);
        card.curve("the posts of author b", CloseHead.DENIES, alone);
        card.curve("the posts of author b", CloseHead.RELEVANT, alone);
        card.curve("the packs of b and h", CloseHead.REPORT, packs);
        card.curve("the packs of b and h", CloseHead.THREAT, packs);
        card.curve("the packs of b and h", CloseHead.ABOUT, packs);
        card.curve(
                "daily life of author b's town beside its incidents, and the packs",
                CloseHead.ABOUT,
                joined(singles, packs));
        card.categories(joined(alone, packs));
        card.alarms("harmless posts of author b", harmlessOf(alone));
        card.alarms("harmless posts of the packs", harmlessOf(packs));
        card.alarms("ordinary posts of corpora", ordinary);
    }

    private static List<ReadExample> joined(List<ReadExample> one, List<ReadExample> other) {
        List<ReadExample> joined = new ArrayList<>(one);
        joined.addAll(other);
        return joined;
    }

    private static List<ReadExample> harmlessOf(List<ReadExample> read) {
        return read.stream()
                .filter(r -> Boolean.FALSE.equals(r.example().labels().answer(CloseHead.THREAT)))
                .filter(r -> Boolean.FALSE.equals(r.example().labels().answer(CloseHead.REPORT)))
                .toList();
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
