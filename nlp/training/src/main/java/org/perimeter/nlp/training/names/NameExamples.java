// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.names;

import org.perimeter.nlp.entities.EntityRecognizer;
import org.perimeter.nlp.entities.FeatureNames;
import org.perimeter.nlp.entities.NameToken;
import org.perimeter.nlp.entities.NameTokens;
import org.perimeter.nlp.entities.PositionFeatures;
import org.perimeter.nlp.entities.stock.StockDecoder;
import org.perimeter.nlp.entities.word.WordClasses;
import org.perimeter.nlp.gazetteer.NameMatch;
import org.perimeter.nlp.places.PlaceResolver;
import org.perimeter.nlp.triage.PostText;
import org.perimeter.nlp.triage.PostTokenizer;
import org.perimeter.nlp.triage.Token;
import org.perimeter.nlp.triage.TokenKind;

import java.util.ArrayList;
import java.util.List;

/** Turns labelled posts into what the trainer learns from. */
final class NameExamples {

    private static final String NONE = "O";
    private static final String LOCATION = "LOCATION";

    /** Features that occur less often are noise. */
    private static final int LEAST_OCCURRENCES = 2;

    private final PostTokenizer tokenizer = new PostTokenizer();
    private final FeatureNames features;
    private final PlaceResolver places;
    private final StockDecoder stock;

    /**
     * Makes examples.
     *
     * @param places finds the gazetteer's names in a post
     * @param stock says where persons and organisations are, in corpora that do not mark them
     */
    NameExamples(WordClasses classes, PlaceResolver places, StockDecoder stock) {
        this.features = new FeatureNames(classes);
        this.places = places;
        this.stock = stock;
    }

    /** One example per post that has tokens, without rare features. */
    List<NameTrainer.Example> of(List<LabelledTokens> posts) {
        List<NameTrainer.Example> all = new ArrayList<>(posts.size());
        FeatureCounts counts = new FeatureCounts();
        for (LabelledTokens post : posts) {
            NameTrainer.Example example = of(post);
            if (!example.labels().isEmpty()) {
                example.features().forEach(position -> position.keys().forEach(counts::add));
                all.add(example);
            }
        }
        return all.stream()
                .map(
                        example ->
                                new NameTrainer.Example(
                                        frequent(example.features(), counts), example.labels()))
                .toList();
    }

    private static List<PositionFeatures> frequent(
            List<PositionFeatures> positions, FeatureCounts counts) {
        return positions.stream()
                .map(position -> position.only(key -> counts.of(key) >= LEAST_OCCURRENCES))
                .toList();
    }

    private NameTrainer.Example of(LabelledTokens post) {
        List<Token> tokens = tokenizer.tokenize(PostText.of(post.text()));
        List<NameMatch> matches = places.find(tokens, true).world();
        List<NameToken> named = NameTokens.of(tokens);
        List<String> labels = new ArrayList<>(named.size());
        for (NameToken token : named) {
            labels.add(label(token, post.names()));
        }
        if (post.locationsOnly()) {
            fillIn(named, labels);
        }
        return new NameTrainer.Example(features.of(named, matches), labels);
    }

    private static String label(NameToken token, List<LabelledTokens.Name> names) {
        if (token.kind() != TokenKind.MENTION && token.kind() != TokenKind.URL) {
            for (LabelledTokens.Name name : names) {
                boolean endingBehind = token.source() < 0 && name.end() < token.end();
                if (token.start() < name.end() && name.start() < token.end() && !endingBehind) {
                    return name.type().name();
                }
            }
        }
        return NONE;
    }

    private void fillIn(List<NameToken> tokens, List<String> labels) {
        byte[] opinion = stock.decode(EntityRecognizer.stockTexts(tokens));
        for (int i = 0; i < opinion.length; i++) {
            String said = stock.labels().get(opinion[i]);
            if (labels.get(i).equals(NONE)
                    && !said.equals(LOCATION)
                    && tokens.get(i).kind() != TokenKind.HASHTAG) {
                labels.set(i, said);
            }
        }
    }
}
