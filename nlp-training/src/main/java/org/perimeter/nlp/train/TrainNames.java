// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.train;

import org.perimeter.nlp.corenlp.NameTrainer;
import org.perimeter.nlp.corenlp.StockModel;
import org.perimeter.nlp.entities.NameModel;
import org.perimeter.nlp.entities.SocialWords;
import org.perimeter.nlp.gazetteer.Gazetteer;
import org.perimeter.nlp.places.PlaceResolver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * {@code train ner}: makes the two name models that this module ships, one for posts of all kinds
 * and one for posts about incidents. The same corpora, code and Java give the same files, whose
 * SHA-256 it prints on standard output.
 *
 * <p>Usage: {@code TrainNames --data DIR --out DIR}. Exit status 0 ok, 1 the work failed, 2 the
 * call was wrong.
 */
public final class TrainNames {

    private static final int EVERYDAY_ITERATIONS = 70;
    private static final int INCIDENT_ITERATIONS = 45;

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
        if (args.length != 4 || !args[0].equals("--data") || !args[2].equals("--out")) {
            System.err.println("train ner: usage: train ner --data DIR --out DIR");
            System.exit(2);
        }
        try {
            run(Path.of(args[1]), Path.of(args[3]));
        } catch (IOException e) {
            System.err.println("train ner: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(Path data, Path out) throws IOException {
        progress("reading the corpora");
        List<LabelledPost> everyday = NameCorpora.everyday(data);
        List<LabelledPost> all = new ArrayList<>(everyday);
        all.addAll(NameCorpora.disasters(data));
        progress("loading word classes, gazetteer and the stock model");
        StockModel stock = StockModel.load();
        NameExamples examples =
                new NameExamples(
                        SocialWords.load(stock.uses()),
                        new PlaceResolver(Gazetteer.load(), List.of()),
                        stock.decoder());
        Files.createDirectories(out);
        TrainNames training = new TrainNames(examples, out);
        training.train(NameModel.EVERYDAY, everyday, EVERYDAY_ITERATIONS);
        training.train(NameModel.INCIDENT, all, INCIDENT_ITERATIONS);
    }

    private void train(NameModel model, List<LabelledPost> posts, int iterations)
            throws IOException {
        progress(model.file() + ": working out the features of " + posts.size() + " posts");
        List<NameTrainer.Example> learnt = examples.of(posts);
        progress(model.file() + ": training; this takes some minutes");
        Path whole = Files.createTempFile(out, "names", ".crf.txt");
        try {
            NameTrainer.train(learnt, iterations, whole);
            Path pruned = out.resolve(model.file());
            int features = ModelText.prune(whole, pruned, LEAST_RANGE);
            progress(features + " features, " + Files.size(pruned) / 1024 + " KiB");
            System.out.println(pruned + " sha256:" + sha256(pruned));
        } finally {
            Files.delete(whole);
        }
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
}
