// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp;

import org.perimeter.nlp.corenlp.StockModel;
import org.perimeter.nlp.entities.EntityRecognizer;
import org.perimeter.nlp.entities.NameDecoder;
import org.perimeter.nlp.entities.NameModel;
import org.perimeter.nlp.entities.NameModelReader;
import org.perimeter.nlp.entities.crf.CrfWeights;
import org.perimeter.nlp.entities.word.SocialWords;

import java.util.concurrent.CompletableFuture;

/** Puts the entity recogniser together from its model files, two at a time. */
final class EntityModels {

    private EntityModels() {}

    static EntityRecognizer load() {
        CompletableFuture<CrfWeights> everyday = weights(NameModel.EVERYDAY);
        CompletableFuture<CrfWeights> incident = weights(NameModel.INCIDENT);
        StockModel stock = StockModel.load();
        SocialWords words = SocialWords.load(stock.uses());
        return new EntityRecognizer(
                new NameDecoder(everyday.join(), words),
                new NameDecoder(incident.join(), words),
                stock.decoder(),
                words);
    }

    private static CompletableFuture<CrfWeights> weights(NameModel model) {
        return CompletableFuture.supplyAsync(() -> NameModelReader.load(model));
    }
}
