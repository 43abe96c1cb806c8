// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.baseline;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.CoreLabelTokenFactory;
import edu.stanford.nlp.process.PTBTokenizer;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.corenlp.PublishedModel;
import org.perimeter.nlp.quality.corpus.Span;
import org.perimeter.nlp.quality.corpus.TaggedPost;
import org.perimeter.policy.model.reading.EntityType;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * CoreNLP as it comes: its tokenizer and its three-class conditional random field on the raw post,
 * neighbouring tokens of one label joined. Nothing of ours is in between.
 */
public final class StockBaseline {

    private final CRFClassifier<CoreLabel> classifier;

    private StockBaseline(CRFClassifier<CoreLabel> classifier) {
        this.classifier = classifier;
    }

    /** Loads the published model; null when it is not at hand. */
    public static @Nullable StockBaseline load() {
        try {
            PublishedModel model = PublishedModel.find();
            return model == null ? null : new StockBaseline(model.classifier());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names that it finds, with code point offsets. */
    public List<TaggedPost.Name> names(String text) {
        List<CoreLabel> tokens =
                new PTBTokenizer<>(
                                new StringReader(text),
                                new CoreLabelTokenFactory(),
                                "untokenizable=noneKeep")
                        .tokenize();
        if (tokens.isEmpty()) {
            return List.of();
        }
        List<TaggedPost.Name> names = new ArrayList<>();
        String open = "O";
        int start = 0;
        int end = 0;
        for (CoreLabel token : classifier.classifySentence(tokens)) {
            String label = token.get(CoreAnnotations.AnswerAnnotation.class);
            if (!label.equals(open)) {
                add(text, open, start, end, names);
                open = label;
                start = token.beginPosition();
            }
            end = token.endPosition();
        }
        add(text, open, start, end, names);
        return names;
    }

    private static void add(
            String text, String label, int start, int end, List<TaggedPost.Name> names) {
        EntityType type =
                switch (label) {
                    case "PERSON" -> EntityType.PERSON;
                    case "ORGANIZATION" -> EntityType.ORGANIZATION;
                    case "LOCATION" -> EntityType.LOCATION;
                    default -> null;
                };
        if (type != null) {
            int first = text.codePointCount(0, start);
            names.add(
                    new TaggedPost.Name(
                            type, new Span(first, first + text.codePointCount(start, end))));
        }
    }
}
