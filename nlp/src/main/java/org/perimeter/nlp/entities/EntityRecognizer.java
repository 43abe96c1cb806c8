// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.entities;

import org.perimeter.nlp.triage.PostText;
import org.perimeter.nlp.triage.Token;
import org.perimeter.nlp.triage.TokenKind;
import org.perimeter.policy.model.EntityMention;

import java.util.ArrayList;
import java.util.List;

/**
 * Names of persons, organisations and locations in English posts. Read-only: any number of threads
 * may share it, and its answers do not depend on what it saw before.
 */
public final class EntityRecognizer {

    private final StockDecoder stock;

    /** Recognises with the given model. */
    public EntityRecognizer(StockDecoder stock) {
        this.stock = stock;
    }

    /** The mentions in text order, with code point offsets. */
    public List<EntityMention> recognize(PostText post, List<Token> tokens) {
        List<NameToken> named = NameTokens.of(tokens);
        List<String> labels = new ArrayList<>(named.size());
        for (byte label : stock.decode(stockTexts(named))) {
            labels.add(stock.labels().get(label));
        }
        return EntityAssembler.assemble(post, named, labels);
    }

    /** What the stock model reads: a hashtag with its sign. */
    public static List<String> stockTexts(List<NameToken> tokens) {
        return tokens.stream()
                .map(t -> t.kind() == TokenKind.HASHTAG ? "#" + t.text() : t.text())
                .toList();
    }
}
