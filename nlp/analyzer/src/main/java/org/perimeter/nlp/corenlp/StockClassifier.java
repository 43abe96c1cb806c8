// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.corenlp;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.CoreLabelTokenFactory;
import edu.stanford.nlp.process.PTBTokenizer;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/**
 * CoreNLP's own classifier with the stock three-class model, called directly and without a
 * pipeline: the measure for our decoder's answers and for its speed. Safe to share.
 */
public final class StockClassifier {

    private static final String TOKENIZER_OPTIONS = "untokenizable=noneKeep";

    private final CRFClassifier<CoreLabel> classifier;

    /** Works with the published model. */
    public StockClassifier(PublishedModel model) {
        this.classifier = model.classifier();
    }

    /** The labels of words that were cut before. */
    public List<String> label(List<String> words) {
        List<CoreLabel> tokens = new ArrayList<>(words.size());
        for (String word : words) {
            CoreLabel token = new CoreLabel();
            token.setWord(word);
            token.setValue(word);
            tokens.add(token);
        }
        return answers(tokens);
    }

    /** Cuts a text with CoreNLP's tokenizer and labels its words. */
    public List<String> labelText(String text) {
        return answers(
                new PTBTokenizer<>(
                                new StringReader(text),
                                new CoreLabelTokenFactory(),
                                TOKENIZER_OPTIONS)
                        .tokenize());
    }

    private List<String> answers(List<CoreLabel> tokens) {
        if (tokens.isEmpty()) {
            return List.of();
        }
        return classifier.classifySentence(tokens).stream()
                .map(token -> token.get(CoreAnnotations.AnswerAnnotation.class))
                .toList();
    }
}
