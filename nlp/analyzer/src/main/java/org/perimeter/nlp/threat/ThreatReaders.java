// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.threat;

import org.perimeter.nlp.language.LanguageIdentifier;
import org.perimeter.nlp.threat.lexicon.ThreatLexicon;
import org.perimeter.nlp.triage.PostText;
import org.perimeter.nlp.triage.Token;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The readers of threat language, one per language that has a lexicon. Immutable. */
public final class ThreatReaders {

    private final Map<String, List<ThreatReader>> byLanguage;

    private ThreatReaders(Map<String, List<ThreatReader>> byLanguage) {
        this.byLanguage = byLanguage;
    }

    /** Loads the lexica of English and Spanish, and the classifiers of English. */
    public static ThreatReaders load() {
        ThreatLexicon rules = ThreatLexicon.load("en");
        ThreatReader english = new ThreatReader(rules, Classifiers.load(new PostFeatures(rules)));
        ThreatReader spanish = new ThreatReader(ThreatLexicon.load("es"), null);
        return new ThreatReaders(
                Map.of(
                        "en",
                        List.of(english),
                        "es",
                        List.of(spanish),
                        LanguageIdentifier.UNDETERMINED,
                        List.of(english, spanish)));
    }

    /** Whether posts in a language are read at all; those too short to tell are. */
    public boolean reads(String language) {
        return byLanguage.containsKey(language);
    }

    /** The reading with the highest score, or nothing in a language without a lexicon. */
    public ThreatReading read(
            String language, PostText post, List<Token> tokens, PlacesNamed places) {
        return byLanguage.getOrDefault(language, List.of()).stream()
                .map(reader -> reader.read(post, tokens, places))
                .max(
                        Comparator.comparingDouble(
                                        (ThreatReading reading) -> reading.finding().score())
                                .thenComparingDouble(reading -> reading.relevance().score()))
                .orElse(ThreatReading.nothing());
    }
}
