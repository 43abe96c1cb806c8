// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.corenlp;

import static org.assertj.core.api.Assertions.assertThat;

import edu.stanford.nlp.ie.crf.CRFClassifier;

import org.junit.jupiter.api.Test;
import org.perimeter.nlp.entities.EntityRecognizer;
import org.perimeter.nlp.entities.NameTokens;
import org.perimeter.nlp.entities.stock.StockDecoder;
import org.perimeter.nlp.triage.PostText;
import org.perimeter.nlp.triage.PostTokenizer;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds the decoder to CoreNLP's own classifier, token by token. Our file has its weights in whole
 * thousandths, so that CoreNLP is given the same.
 */
class StockDecoderTest {

    private static final StockModel MODEL = StockModel.load();

    @Test
    void givesEveryTokenTheLabelThatCoreNlpGivesIt() throws Exception {
        // Given
        StockClassifier original = new StockClassifier(rounded(PublishedModel.load()));
        StockDecoder decoder = MODEL.decoder();
        List<List<String>> posts = InventedPosts.many(3_000).stream().map(this::words).toList();

        // When
        List<String> different = new ArrayList<>();
        long names = 0;
        for (List<String> words : posts) {
            List<String> expected = original.label(words);
            List<String> labels = labels(decoder, words);
            names += labels.stream().filter(label -> !label.equals("O")).count();
            if (!labels.equals(expected)) {
                different.add(words + " " + expected + " " + labels);
            }
        }

        // Then
        assertThat(different).isEmpty();
        assertThat(names).isGreaterThan(3_000);
    }

    @Test
    void answersTheSameWhateverItSawBefore() {
        // Given
        StockDecoder fresh = MODEL.decoder();
        StockDecoder used = MODEL.decoder();
        List<List<String>> posts = InventedPosts.many(200).stream().map(this::words).toList();
        posts.forEach(used::decode);

        // When
        List<List<String>> backwards = new ArrayList<>();
        for (int i = posts.size() - 1; i >= 0; i--) {
            backwards.add(0, labels(used, posts.get(i)));
        }

        // Then
        assertThat(backwards).isEqualTo(posts.stream().map(words -> labels(fresh, words)).toList());
    }

    private static PublishedModel rounded(PublishedModel model)
            throws ReflectiveOperationException {
        Field field = CRFClassifier.class.getDeclaredField("weights");
        field.setAccessible(true);
        for (float[] row : (float[][]) field.get(model.classifier())) {
            for (int i = 0; i < row.length; i++) {
                row[i] = Math.round(row[i] * 1_000) / 1_000f;
            }
        }
        return model;
    }

    private List<String> words(String text) {
        return EntityRecognizer.stockTexts(
                NameTokens.of(new PostTokenizer().tokenize(PostText.of(text))));
    }

    private static List<String> labels(StockDecoder decoder, List<String> words) {
        List<String> labels = new ArrayList<>();
        for (byte label : decoder.decode(words)) {
            labels.add(decoder.labels().get(label));
        }
        return labels;
    }
}
