// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp;

import org.perimeter.nlp.entities.EntityRecognizer;
import org.perimeter.nlp.gazetteer.Gazetteer;
import org.perimeter.nlp.jurisdiction.JurisdictionLayer;
import org.perimeter.nlp.language.LanguageIdentifier;
import org.perimeter.nlp.places.PlaceResolver;
import org.perimeter.nlp.threat.ThreatReaders;
import org.perimeter.nlp.triage.Triage;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Everything that is loaded once and shared by all analyzers of a process: classifier, language
 * model, gazetteer, jurisdictions and lexica. About 250 MB of heap; read-only after loading, safe
 * for any number of threads.
 */
public final class AnalyzerModels {

    private final EntityRecognizer entities;
    private final LanguageIdentifier languages;
    private final Triage triage = Triage.load();
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
        // The entity models take longest; the others load beside them.
        CompletableFuture<EntityRecognizer> entities =
                CompletableFuture.supplyAsync(EntityModels::load);
        CompletableFuture<LanguageIdentifier> languages =
                CompletableFuture.supplyAsync(LanguageIdentifier::load);
        List<JurisdictionLayer> layers =
                jurisdictions.stream().map(JurisdictionLayer::load).toList();
        PlaceResolver places = new PlaceResolver(Gazetteer.load(), layers);
        ThreatReaders threats = ThreatReaders.load();
        return new AnalyzerModels(loaded(entities), loaded(languages), places, threats);
    }

    /** What was loaded beside; what went wrong there goes wrong here. */
    private static <T> T loaded(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    EntityRecognizer entities() {
        return entities;
    }

    LanguageIdentifier languages() {
        return languages;
    }

    Triage triage() {
        return triage;
    }

    PlaceResolver places() {
        return places;
    }

    ThreatReaders threats() {
        return threats;
    }
}
