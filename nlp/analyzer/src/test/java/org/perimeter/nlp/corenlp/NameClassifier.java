// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.corenlp;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;

import org.perimeter.nlp.entities.PositionFeatures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** CoreNLP's own classifier with a model of ours: the measure for our decoder's answers. */
public final class NameClassifier {

    private final CRFClassifier<CoreLabel> classifier;

    private NameClassifier(CRFClassifier<CoreLabel> classifier) {
        this.classifier = classifier;
    }

    /**
     * Loads a model in CoreNLP's text form, packed or not.
     *
     * @throws IOException when it cannot be read
     */
    public static NameClassifier load(Path text) throws IOException {
        CRFClassifier<CoreLabel> classifier = new CRFClassifier<>(new Properties());
        try {
            classifier.loadTextClassifier(text.toString(), new Properties());
        } catch (ReflectiveOperationException e) {
            throw new IOException("the model names a feature factory that is not there", e);
        }
        return new NameClassifier(classifier);
    }

    /** The labels of a post's tokens. */
    public List<String> label(List<PositionFeatures> features) {
        if (features.isEmpty()) {
            return List.of();
        }
        List<CoreLabel> tokens = new ArrayList<>(features.size());
        for (PositionFeatures position : features) {
            CoreLabel token = new CoreLabel();
            token.setWord(".");
            token.set(NamedFeatures.Carried.class, position);
            tokens.add(token);
        }
        return classifier.classifySentence(tokens).stream()
                .map(token -> token.get(CoreAnnotations.AnswerAnnotation.class))
                .toList();
    }
}
