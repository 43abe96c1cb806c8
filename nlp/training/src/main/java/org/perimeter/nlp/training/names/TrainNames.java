// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.names;

import org.perimeter.nlp.corenlp.PublishedModel;
import org.perimeter.nlp.corenlp.StockModel;
import org.perimeter.nlp.entities.NameModel;
import org.perimeter.nlp.entities.word.SocialWords;
import org.perimeter.nlp.gazetteer.Gazetteer;
import org.perimeter.nlp.places.PlaceResolver;
import org.perimeter.nlp.training.TrainingFolders;
import org.perimeter.policy.command.CommandManner;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * {@code train ner}: makes the name models that the analyzer ships: CoreNLP's published one in a
 * compact form, one for posts about incidents, learnt from all posts, and one for posts of all
 * kinds, the mean of that and of one learnt without the posts about disasters. The same corpora,
 * code and Java give the same files, whose SHA-256 it prints on standard output.
 */
public final class TrainNames {

    /** Where the scores of posts kept aside stop to rise; at 60 the model of all is far from it. */
    private static final int ITERATIONS = 120;

    /** Features whose weights differ less than this between labels are left out. */
    private static final double LEAST_RANGE = 0.02;

    private final NameExamples examples;
    private final Path out;

    private TrainNames(NameExamples examples, Path out) {
        this.examples = examples;
        this.out = out;
    }

    /** Runs the command. */
    public static void main(String[] args) {
        System.exit(
                CommandManner.run(
                        new Options(), call -> run(call.folders.data(), call.folders.out()), args));
    }

    private static int run(Path data, Path out) throws IOException {
        progress("reading the corpora");
        List<LabelledTokens> everyday = NameCorpora.everyday(data);
        List<LabelledTokens> all = new ArrayList<>(everyday);
        all.addAll(NameCorpora.disasters(data));
        progress("taking CoreNLP's published model apart");
        Files.createDirectories(out);
        StockModel stock = PublishedModel.load().taken();
        Path compact = out.resolve(StockModel.FILE);
        stock.write(compact);
        report(compact);
        progress("loading word classes and gazetteer");
        NameExamples examples =
                new NameExamples(
                        SocialWords.load(stock.uses()),
                        new PlaceResolver(Gazetteer.load(), List.of()),
                        stock.decoder());
        TrainNames training = new TrainNames(examples, out);
        ModelText ofEveryday = training.train(everyday);
        ModelText ofAll = training.train(all);
        training.finish(NameModel.EVERYDAY, ofEveryday.meanWith(ofAll));
        training.finish(NameModel.INCIDENT, ofAll);
        return 0;
    }

    private ModelText train(List<LabelledTokens> posts) throws IOException {
        progress("working out the features of " + posts.size() + " posts");
        List<NameTrainer.Example> learnt = examples.of(posts);
        progress("training; this takes some minutes");
        Path whole = Files.createTempFile(out, "names", ".crf.txt");
        try {
            NameTrainer.train(learnt, ITERATIONS, whole);
            return ModelText.read(whole);
        } finally {
            Files.delete(whole);
        }
    }

    private void finish(NameModel model, ModelText whole) throws IOException {
        ModelText pruned = whole.pruned(LEAST_RANGE);
        Path file = out.resolve(model.file());
        pruned.write(file);
        progress(model.file() + ": " + pruned.size() + " features");
        report(file);
    }

    private static void report(Path file) throws IOException {
        System.out.println(file + " sha256:" + sha256(file));
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void progress(String what) {
        System.err.println("train ner: " + what);
    }

    /** The call. */
    @Command(
            name = "./perimeter train ner",
            description = {
                "Makes the name models from corpora and CoreNLP's published one; prints each file"
                        + " and its hash. Takes about fifteen minutes and 2 GB.",
                "docs/models/entities.md names the corpora."
            },
            footer = "  ./perimeter train ner --data corpora --out models")
    private static final class Options {

        @Mixin private final TrainingFolders folders = new TrainingFolders();
    }
}
