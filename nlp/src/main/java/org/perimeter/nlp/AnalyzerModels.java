// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp;

import org.perimeter.nlp.corenlp.StockModel;
import org.perimeter.nlp.entities.EntityRecognizer;
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

    private final EntityRecognizer entities;
    private final LanguageIdentifier languages;
    private final PlaceResolver places;
    private final ThreatReaders threats;

    private AnalyzerModels(
            EntityRecognizer entities,
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
                new EntityRecognizer(StockModel.load().decoder()),
                LanguageIdentifier.load(),
                new PlaceResolver(Gazetteer.load(), layers),
                ThreatReaders.load());
    }

    EntityRecognizer entities() {
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
