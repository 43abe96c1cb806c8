// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.corenlp;

import edu.stanford.nlp.process.AmericanizeFunction;
import edu.stanford.nlp.process.WordShapeClassifier;

import org.perimeter.nlp.entities.crf.CrfWeights;
import org.perimeter.nlp.entities.stock.StockDecoder;
import org.perimeter.nlp.entities.word.WordTable;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What is used of CoreNLP's stock three-class model, in a file of a third of the size: its weights
 * by hash of the feature's name, its word classes, and the words that it knows in lower case.
 * Read-only; safe to share.
 */
public final class StockModel {

    /** Name of its file, beside the name models. */
    public static final String FILE = "stock.crf.bin.gz";

    private static final String RESOURCE = "/org/perimeter/nlp/entities/" + FILE;
    private static final int BUFFER = 1 << 16;

    private final CrfWeights weights;
    private final WordTable uses;
    private final WordTable known;

    StockModel(CrfWeights weights, WordTable uses, WordTable known) {
        this.weights = weights;
        this.uses = uses;
        this.known = known;
    }

    /**
     * Loads the model from the class path.
     *
     * @throws IllegalStateException when it is missing
     * @throws UncheckedIOException when it cannot be read
     */
    public static StockModel load() {
        try (InputStream in = StockModel.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the jar");
            }
            DataInputStream data =
                    new DataInputStream(
                            new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER));
            return new StockModel(
                    CrfWeights.read(data), WordTable.read(data), WordTable.read(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the model to a file. */
    public void write(Path file) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(
                        new BufferedOutputStream(
                                new GZIPOutputStream(Files.newOutputStream(file), BUFFER),
                                BUFFER))) {
            weights.write(out);
            uses.write(out);
            known.write(out);
        }
    }

    /** Classes of words in lower case by their use in news, 1 or more. */
    public WordTable uses() {
        return uses;
    }

    /** A decoder with this model's weights. */
    public StockDecoder decoder() {
        AmericanizeFunction spelling = new AmericanizeFunction();
        Collection<String> lower = new Known(known);
        // Unknown words are of class 0, which is what a missing number comes to.
        return new StockDecoder(
                weights,
                word -> {
                    String text = spelling.apply(word);
                    return new StockDecoder.WordForm(
                            text,
                            WordShapeClassifier.wordShape(
                                    text, WordShapeClassifier.WORDSHAPECHRIS2USELC, lower),
                            Integer.toString(Math.max(0, uses.get(digitsAlike(text)) - 1)));
                });
    }

    private static String digitsAlike(String text) {
        return WordShapeClassifier.wordShape(
                text.toLowerCase(Locale.ROOT), WordShapeClassifier.WORDSHAPEDIGITS);
    }

    /** Words that CoreNLP asks for one by one and never counts or lists. */
    private static final class Known extends AbstractCollection<String> {

        private final WordTable words;

        Known(WordTable words) {
            this.words = words;
        }

        @Override
        public boolean contains(Object word) {
            return words.get((String) word) != 0;
        }

        @Override
        public Iterator<String> iterator() {
            return Collections.emptyIterator();
        }

        @Override
        public int size() {
            return 0;
        }
    }
}
