// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.audit;

import org.perimeter.nlp.quality.corpus.CorpusFiles;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The published TwitterAAE model: which share of a text's words comes from African-American,
 * Hispanic, Asian or White-aligned English, by collapsed variational inference over word counts.
 * For auditing on test sets only.
 *
 * <p>Source: Blodgett, Green, O'Connor, EMNLP 2016 (D16-1120). Five passes, symmetric prior 1; only
 * the first and the last topic are reliable, say its authors.
 */
final class DialectModel {

    private static final int TOPICS = 4;
    private static final int AFRICAN_AMERICAN = 0;
    private static final int WHITE = 3;
    private static final int PASSES = 5;
    private static final double PRIOR = 1;

    /**
     * More than half of the words. Published audits also use 0.8, at which the usual test sets hold
     * hardly a text of general English to compare with.
     */
    private static final double CLEARLY = 0.5;

    /** A text of which the model knows less than this share of the words is unclear. */
    private static final double LEAST_KNOWN = 0.2;

    private static final Pattern TOKEN = Pattern.compile("#?[\\p{L}\\p{N}_']+|[^\\s\\p{L}\\p{N}]");

    /** What is no word of the author's: links, handles, entities of HTML, the retweet mark. */
    private static final Pattern NOISE = Pattern.compile("https?://\\S+|@\\w+|&#?\\w+;|\\brt\\b");

    private final Map<String, double[]> likelihoods;

    private DialectModel(Map<String, double[]> likelihoods) {
        this.likelihoods = likelihoods;
    }

    /**
     * Loads the model.
     *
     * @param folder the folder with the count table and the vocabulary, plain or packed
     * @throws IOException when they are not there or do not fit each other
     */
    static DialectModel load(Path folder) throws IOException {
        List<double[]> counts = counts(folder.resolve("model_count_table.3dp.txt.gz"));
        double[] totals = new double[TOPICS];
        counts.forEach(row -> add(row, totals, 1));
        Map<String, double[]> likelihoods = new HashMap<>();
        int line = 0;
        try (BufferedReader in = CorpusFiles.open(folder.resolve("model_vocab.txt.gz"))) {
            for (String entry = in.readLine(); entry != null; entry = in.readLine()) {
                if (line >= counts.size()) {
                    throw new IOException("the dialect model has more words than counts");
                }
                double[] row = counts.get(line++);
                double[] likelihood = new double[TOPICS];
                for (int k = 0; k < TOPICS; k++) {
                    likelihood[k] = (row[k] + 1) / totals[k];
                }
                normalize(likelihood);
                likelihoods.put(entry.substring(entry.indexOf('\t') + 1).strip(), likelihood);
            }
        }
        return new DialectModel(likelihoods);
    }

    private static List<double[]> counts(Path file) throws IOException {
        List<double[]> counts = new ArrayList<>();
        try (BufferedReader in = CorpusFiles.open(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] columns = line.strip().split("\\s+", -1);
                double[] row = new double[TOPICS];
                for (int k = 0; k < TOPICS; k++) {
                    row[k] = Double.parseDouble(columns[k]);
                }
                counts.add(row);
            }
        }
        return counts;
    }

    /** What a text is like. */
    Dialect of(String text) {
        double[] shares = shares(tokens(text));
        if (shares[AFRICAN_AMERICAN] > CLEARLY) {
            return Dialect.AAE_LIKE;
        }
        return shares[WHITE] > CLEARLY ? Dialect.GENERAL : Dialect.UNCLEAR;
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        String words = NOISE.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
        Matcher matcher = TOKEN.matcher(words);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    /** The shares of the four topics; all zero when too few words are known. */
    double[] shares(List<String> tokens) {
        List<double[]> known =
                tokens.stream().filter(likelihoods::containsKey).map(likelihoods::get).toList();
        double[] sum = new double[TOPICS];
        if (known.isEmpty() || known.size() < LEAST_KNOWN * tokens.size()) {
            return sum;
        }
        List<double[]> beliefs = new ArrayList<>();
        for (double[] likelihood : known) {
            beliefs.add(likelihood.clone());
            add(likelihood, sum, 1);
        }
        for (int pass = 1; pass < PASSES; pass++) {
            for (int i = 0; i < known.size(); i++) {
                double[] belief = beliefs.get(i);
                add(belief, sum, -1);
                for (int k = 0; k < TOPICS; k++) {
                    belief[k] = known.get(i)[k] * (sum[k] + PRIOR);
                }
                normalize(belief);
                add(belief, sum, 1);
            }
        }
        normalize(sum);
        return sum;
    }

    private static void add(double[] row, double[] sum, int sign) {
        for (int k = 0; k < TOPICS; k++) {
            sum[k] += sign * row[k];
        }
    }

    private static void normalize(double[] row) {
        double total = 0;
        for (double value : row) {
            total += value;
        }
        for (int k = 0; k < row.length; k++) {
            row[k] /= total;
        }
    }
}
