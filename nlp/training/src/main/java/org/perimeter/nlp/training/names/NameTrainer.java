// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.names;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;

import org.perimeter.nlp.corenlp.NamedFeatures;
import org.perimeter.nlp.entities.PositionFeatures;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** CoreNLP's own trainer for conditional random fields, fed with features worked out before. */
public final class NameTrainer {

    /** Variance of the prior on weights is its square; small, because the corpora are small. */
    private static final double SIGMA = 0.15;

    private NameTrainer() {}

    /**
     * A post to learn from.
     *
     * @param features per token
     * @param labels per token
     */
    public record Example(List<PositionFeatures> features, List<String> labels) {}

    /**
     * Trains a model and writes it as text.
     *
     * @param examples in an order that is always the same
     * @param iterations steps of the optimiser, at most
     * @param text where CoreNLP's text form of the model goes
     */
    public static void train(List<Example> examples, int iterations, Path text) {
        CRFClassifier<CoreLabel> classifier = new CRFClassifier<>(properties(iterations));
        List<List<CoreLabel>> documents = new ArrayList<>(examples.size());
        for (Example example : examples) {
            documents.add(tokens(example));
        }
        classifier.train(documents, classifier.makeReaderAndWriter());
        classifier.serializeTextClassifier(text.toString());
    }

    private static Properties properties(int iterations) {
        Properties properties = new Properties();
        properties.setProperty("featureFactory", NamedFeatures.class.getName());
        properties.setProperty(
                "readerAndWriter", "edu.stanford.nlp.sequences.ColumnDocumentReaderAndWriter");
        properties.setProperty("map", "word=0,answer=1");
        properties.setProperty("maxLeft", "1");
        properties.setProperty("useObservedSequencesOnly", "true");
        properties.setProperty("useQN", "true");
        properties.setProperty("QNsize", "10");
        properties.setProperty("maxQNItr", Integer.toString(iterations));
        properties.setProperty("sigma", Double.toString(SIGMA));
        return properties;
    }

    private static List<CoreLabel> tokens(Example example) {
        List<CoreLabel> tokens = new ArrayList<>(example.labels().size());
        for (int i = 0; i < example.labels().size(); i++) {
            CoreLabel token = new CoreLabel();
            token.setWord(".");
            token.set(NamedFeatures.Carried.class, example.features().get(i));
            token.set(CoreAnnotations.AnswerAnnotation.class, example.labels().get(i));
            tokens.add(token);
        }
        return tokens;
    }
}
