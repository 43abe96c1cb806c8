// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.corenlp;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.CoreLabelTokenFactory;
import edu.stanford.nlp.process.PTBTokenizer;

import org.perimeter.nlp.triage.PostText;
import org.perimeter.policy.model.EntityMention;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Names of persons, organisations and locations in English text, by CoreNLP's stock three-class
 * conditional random field, called directly with its own tokenizer and without a pipeline.
 *
 * <p>Loading takes about a second and 115 MB; load it once per process. The loaded classifier is
 * read-only: any number of threads may share it, and its answers do not depend on what it saw
 * before.
 */
public final class CrfEntityRecognizer {

    /** Class-path resource that the build unpacks from CoreNLP's published models. */
    public static final String MODEL =
            "/edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz";

    /** Sequences longer than this are cut, which bounds memory; posts hardly ever reach it. */
    private static final int MAX_SEQUENCE = 400;

    private static final String TOKENIZER_OPTIONS = "untokenizable=noneKeep";

    private final CRFClassifier<CoreLabel> classifier;

    private CrfEntityRecognizer(CRFClassifier<CoreLabel> classifier) {
        this.classifier = classifier;
    }

    /**
     * Loads the stock model from the class path.
     *
     * @throws IllegalStateException when the build did not unpack the model
     * @throws UncheckedIOException when it cannot be read
     */
    public static CrfEntityRecognizer load() {
        try (InputStream in = CrfEntityRecognizer.class.getResourceAsStream(MODEL)) {
            if (in == null) {
                throw new IllegalStateException(MODEL + " is not on the class path; build nlp");
            }
            return new CrfEntityRecognizer(
                    CRFClassifier.getClassifier(
                            new GZIPInputStream(new BufferedInputStream(in), 1 << 16)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the model does not fit this CoreNLP", e);
        }
    }

    /** The mentions in text order, with code point offsets. */
    public List<EntityMention> recognize(PostText post) {
        return EntityAssembler.assemble(post, label(post.clean()));
    }

    private List<LabelledToken> label(String text) {
        List<CoreLabel> tokens =
                new PTBTokenizer<>(
                                new StringReader(text),
                                new CoreLabelTokenFactory(),
                                TOKENIZER_OPTIONS)
                        .tokenize();
        List<LabelledToken> labelled = new ArrayList<>(tokens.size());
        for (int from = 0; from < tokens.size(); from += MAX_SEQUENCE) {
            int to = Math.min(from + MAX_SEQUENCE, tokens.size());
            for (CoreLabel token : classifier.classifySentence(tokens.subList(from, to))) {
                labelled.add(
                        new LabelledToken(
                                token.beginPosition(),
                                token.endPosition(),
                                token.get(CoreAnnotations.AnswerAnnotation.class)));
            }
        }
        return labelled;
    }
}
