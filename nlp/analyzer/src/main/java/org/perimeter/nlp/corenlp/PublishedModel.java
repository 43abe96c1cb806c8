// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.corenlp;

import edu.stanford.nlp.ie.NERFeatureFactory;
import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ie.crf.CRFLabel;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.util.Index;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.entities.crf.CrfWeights;
import org.perimeter.nlp.entities.crf.TextHash;
import org.perimeter.nlp.entities.word.WordTable;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;

/**
 * CoreNLP's stock three-class model as Stanford publishes it: what {@link StockModel} is made from,
 * and the measure in tests and benches. No part of the product: 32 MB out of a jar of 474 MB.
 * CoreNLP offers no reading access to it, so that its fields are read by name; a version in which
 * they are called otherwise fails.
 */
public final class PublishedModel {

    private static final String ENTRY =
            "edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz";

    private final CRFClassifier<CoreLabel> classifier;

    private PublishedModel(CRFClassifier<CoreLabel> classifier) {
        this.classifier = classifier;
    }

    /**
     * Loads the model from the class path, else from the jar of CoreNLP's models that {@code
     * ./perimeter} fetched for comparisons.
     *
     * @return null when it is in neither
     * @throws IOException when it cannot be read
     */
    public static @Nullable PublishedModel find() throws IOException {
        try (InputStream in = PublishedModel.class.getResourceAsStream("/" + ENTRY)) {
            if (in != null) {
                return read(in);
            }
        }
        for (Path jar : jars()) {
            if (Files.isRegularFile(jar)) {
                try (JarFile open = new JarFile(jar.toFile())) {
                    @Nullable ZipEntry entry = open.getEntry(ENTRY);
                    if (entry != null) {
                        return read(open.getInputStream(entry));
                    }
                }
            }
        }
        return null;
    }

    /**
     * The model.
     *
     * @throws IOException when it is not there
     */
    public static PublishedModel load() throws IOException {
        PublishedModel found = find();
        if (found == null) {
            throw new IOException("CoreNLP's published models are not at hand");
        }
        return found;
    }

    /** The file in which {@code ./perimeter} lists CoreNLP's own jars; null outside of it. */
    public static @Nullable Path classPath() {
        String root = System.getProperty("perimeter.root");
        return root == null
                ? null
                : Path.of(root, "nlp", "analyzer", "target", "classpath-corenlp.txt");
    }

    private static List<Path> jars() throws IOException {
        Path list = classPath();
        if (list == null || !Files.isReadable(list)) {
            return List.of();
        }
        return Arrays.stream(
                        Files.readString(list).strip().split(Pattern.quote(File.pathSeparator), -1))
                .map(Path::of)
                .toList();
    }

    private static PublishedModel read(InputStream packed) throws IOException {
        try {
            return new PublishedModel(
                    CRFClassifier.getClassifier(new GZIPInputStream(packed, 1 << 16)));
        } catch (ClassNotFoundException e) {
            throw new IOException("the model does not fit this CoreNLP", e);
        }
    }

    /** CoreNLP's own classifier. */
    public CRFClassifier<CoreLabel> classifier() {
        return classifier;
    }

    /** The same model, taken apart. */
    public StockModel taken() {
        return new StockModel(weights(), uses(), known());
    }

    @SuppressWarnings("unchecked")
    private WordTable uses() {
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

    private WordTable known() {
        Set<String> words = classifier.getKnownLCWords();
        WordTable table = new WordTable(words.size());
        words.forEach(word -> table.put(word, 1));
        return table;
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
