// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.threat;

import org.perimeter.nlp.language.LanguageIdentifier;
import org.perimeter.nlp.threat.lexicon.ThreatLexicon;
import org.perimeter.nlp.triage.PostText;
import org.perimeter.nlp.triage.PostTokenizer;
import org.perimeter.nlp.triage.Token;
import org.perimeter.policy.model.reading.Analysis;

import java.util.List;

/**
 * What the rules alone make of a text, without classifiers, entities and places: the judge of what
 * may serve as an example when classifiers are trained. Immutable.
 */
public final class RuleReading {

    private final PostTokenizer tokenizer = new PostTokenizer();
    private final LanguageIdentifier languages = LanguageIdentifier.load();
    private final ThreatReader reader = new ThreatReader(ThreatLexicon.load("en"), null);

    private RuleReading() {}

    /** With the rules of the class path. */
    public static RuleReading load() {
        return new RuleReading();
    }

    /** Language, relevance and finding of a text, read with the English rules. */
    public Analysis of(String text) {
        PostText post = PostText.of(text);
        List<Token> tokens = tokenizer.tokenize(post);
        ThreatReading reading = reader.read(post, tokens, PlacesNamed.NONE);
        return new Analysis(
                languages.identify(tokens, List.of()),
                List.of(),
                List.of(),
                reading.relevance(),
                reading.finding());
    }
}
