// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.corenlp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.perimeter.nlp.entities.FeatureNames;
import org.perimeter.nlp.entities.NameDecoder;
import org.perimeter.nlp.entities.NameModel;
import org.perimeter.nlp.entities.NameModelReader;
import org.perimeter.nlp.entities.NameToken;
import org.perimeter.nlp.entities.NameTokens;
import org.perimeter.nlp.entities.word.SocialWords;
import org.perimeter.nlp.gazetteer.Gazetteer;
import org.perimeter.nlp.gazetteer.NameMatch;
import org.perimeter.nlp.places.PlaceResolver;
import org.perimeter.nlp.triage.PostText;
import org.perimeter.nlp.triage.PostTokenizer;
import org.perimeter.nlp.triage.Token;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Holds our decoder with our models to CoreNLP's own classifier, token by token. */
class NameDecoderTest {

    private static final SocialWords WORDS = SocialWords.load(StockModel.load().uses());
    private static final PlaceResolver PLACES = new PlaceResolver(Gazetteer.load(), List.of());

    @TempDir private Path folder;

    private record Post(List<NameToken> tokens, List<NameMatch> places) {}

    @ParameterizedTest
    @EnumSource(NameModel.class)
    void givesEveryTokenTheLabelThatCoreNlpGivesIt(NameModel model) throws IOException {
        // Given
        NameClassifier original = NameClassifier.load(copied(model));
        NameDecoder decoder = new NameDecoder(NameModelReader.load(model), WORDS);
        FeatureNames features = new FeatureNames(WORDS);
        List<Post> posts = InventedPosts.many(1_500).stream().map(NameDecoderTest::post).toList();

        // When
        List<String> different = new ArrayList<>();
        long names = 0;
        for (Post post : posts) {
            List<String> expected = original.label(features.of(post.tokens(), post.places()));
            List<String> labels = decoder.label(post.tokens(), post.places());
            names += labels.stream().filter(label -> !label.equals("O")).count();
            if (!labels.equals(expected)) {
                different.add(post.tokens() + " " + expected + " " + labels);
            }
        }

        // Then
        assertThat(different).isEmpty();
        assertThat(names).isGreaterThan(1_500);
    }

    private Path copied(NameModel model) throws IOException {
        Path file = folder.resolve(model.file());
        try (InputStream in = NameModel.class.getResourceAsStream(model.file())) {
            Files.copy(in, file);
        }
        return file;
    }

    private static Post post(String text) {
        List<Token> tokens = new PostTokenizer().tokenize(PostText.of(text));
        return new Post(NameTokens.of(tokens), PLACES.find(tokens, true).world());
    }
}
