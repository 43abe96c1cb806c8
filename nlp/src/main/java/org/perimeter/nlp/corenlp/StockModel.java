// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.corenlp;

import edu.stanford.nlp.ie.NERFeatureFactory;
import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ie.crf.CRFLabel;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.AmericanizeFunction;
import edu.stanford.nlp.process.WordShapeClassifier;
import edu.stanford.nlp.util.Index;

import org.perimeter.nlp.entities.CrfWeights;
import org.perimeter.nlp.entities.StockDecoder;
import org.perimeter.nlp.entities.TextHash;
import org.perimeter.nlp.entities.WordTable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * CoreNLP's stock three-class model, taken apart: its weights and its word classes. CoreNLP offers
 * no reading access to them, so that its fields are read by name; a version in which they are
 * called otherwise fails at start.
 */
public final class StockModel {

    /** Class-path resource that the build unpacks from CoreNLP's published models. */
    public static final String RESOURCE =
            "/edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz";

    private final CRFClassifier<CoreLabel> classifier;
    private final WordTable uses;

    private StockModel(CRFClassifier<CoreLabel> classifier) {
        this.classifier = classifier;
        this.uses = uses(classifier);
    }

    /**
     * Loads the model from the class path.
     *
     * @throws IllegalStateException when the build did not unpack the model
     * @throws UncheckedIOException when it cannot be read
     */
    public static StockModel load() {
        try (InputStream in = StockModel.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path; build nlp");
            }
            return new StockModel(
                    CRFClassifier.getClassifier(
                            new GZIPInputStream(new BufferedInputStream(in), 1 << 16)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the model does not fit this CoreNLP", e);
        }
    }

    /** CoreNLP's own classifier. */
    CRFClassifier<CoreLabel> classifier() {
        return classifier;
    }

    /** Classes of words in lower case by their use in news, 1 or more. */
    public WordTable uses() {
        return uses;
    }

    @SuppressWarnings("unchecked")
    private static WordTable uses(CRFClassifier<CoreLabel> classifier) {
        Map<String, String> classes =
                (Map<String, String>)
                        field(
                                NERFeatureFactory.class,
                                "lexicon",
                                classifier.featureFactories.get(0));
        WordTable table = new WordTable(classes.size());
        classes.forEach((word, number) -> table.put(word, Integer.parseInt(number) + 1));
        return table;
    }

    /** A decoder with this model's weights. */
    public StockDecoder decoder() {
        AmericanizeFunction spelling = new AmericanizeFunction();
        // Unknown words are of class 0, which is what a missing number comes to.
        Set<String> known = classifier.getKnownLCWords();
        return new StockDecoder(
                weights(),
                word -> {
                    String text = spelling.apply(word);
                    return new StockDecoder.WordForm(
                            text,
                            WordShapeClassifier.wordShape(
                                    text, WordShapeClassifier.WORDSHAPECHRIS2USELC, known),
                            Integer.toString(Math.max(0, uses.get(digitsAlike(text)) - 1)));
                });
    }

    private static String digitsAlike(String text) {
        return WordShapeClassifier.wordShape(
                text.toLowerCase(Locale.ROOT), WordShapeClassifier.WORDSHAPEDIGITS);
    }

    @SuppressWarnings("unchecked")
    private CrfWeights weights() {
        List<Index<CRFLabel>> labels =
                (List<Index<CRFLabel>>) field(CRFClassifier.class, "labelIndices", classifier);
        Index<String> features =
                (Index<String>) field(CRFClassifier.class, "featureIndex", classifier);
        float[][] weights = (float[][]) field(CRFClassifier.class, "weights", classifier);
        List<String> names =
                IntStream.range(0, classifier.classIndex.size())
                        .mapToObj(classifier.classIndex::get)
                        .toList();
        CrfWeights.Builder table = new CrfWeights.Builder(names, features.size());
        for (CRFLabel pair : labels.get(1)) {
            table.allow(pair.getLabel()[0], pair.getLabel()[1]);
        }
        for (int i = 0; i < features.size(); i++) {
            Index<CRFLabel> cells = labels.get(weights[i].length == names.size() ? 0 : 1);
            float[] row = new float[weights[i].length];
            for (int cell = 0; cell < row.length; cell++) {
                int[] label = cells.get(cell).getLabel();
                int at = label.length == 1 ? label[0] : label[0] * names.size() + label[1];
                row[at] = weights[i][cell];
            }
            table.add(TextHash.of(features.get(i)).key(), row);
        }
        return table.build();
    }

    private static Object field(Class<?> type, String name, Object of) {
        try {
            Field field = type.getDeclaredField(name);
            field.setAccessible(true);
            return field.get(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this CoreNLP keeps no " + name, e);
        }
    }
}
