// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp;

import org.perimeter.nlp.corenlp.CrfEntityRecognizer;
import org.perimeter.nlp.gazetteer.Gazetteer;
import org.perimeter.nlp.jurisdiction.JurisdictionLayer;
import org.perimeter.nlp.language.LanguageIdentifier;
import org.perimeter.nlp.places.PlaceResolver;
import org.perimeter.nlp.threat.ThreatReaders;

import java.nio.file.Path;
import java.util.List;

/**
 * Everything that is loaded once and shared by all analyzers of a process: classifier, language
 * model, gazetteer, jurisdictions and lexica. About 250 MB of heap; read-only after loading, safe
 * for any number of threads.
 */
public final class AnalyzerModels {

    private final CrfEntityRecognizer entities;
    private final LanguageIdentifier languages;
    private final PlaceResolver places;
    private final ThreatReaders threats;

    private AnalyzerModels(
            CrfEntityRecognizer entities,
            LanguageIdentifier languages,
            PlaceResolver places,
            ThreatReaders threats) {
        this.entities = entities;
        this.languages = languages;
        this.places = places;
        this.threats = threats;
    }

    /**
     * Loads from the class path, and the given jurisdiction folders from disk.
     *
     * @param jurisdictions folders in the format of {@link JurisdictionLayer#load}; may be empty
     * @throws IllegalArgumentException when a jurisdiction folder cannot be read
     * @throws IllegalStateException when a model is missing from the class path
     */
    public static AnalyzerModels load(List<Path> jurisdictions) {
        List<JurisdictionLayer> layers =
                jurisdictions.stream().map(JurisdictionLayer::load).toList();
        return new AnalyzerModels(
                CrfEntityRecognizer.load(),
                LanguageIdentifier.load(),
                new PlaceResolver(Gazetteer.load(), layers),
                ThreatReaders.load());
    }

    CrfEntityRecognizer entities() {
        return entities;
    }

    LanguageIdentifier languages() {
        return languages;
    }

    PlaceResolver places() {
        return places;
    }

    ThreatReaders threats() {
        return threats;
    }
}
