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

    private final World world;
    private final PlaceResolver places;

    private AnalyzerModels(World world, PlaceResolver places) {
        this.world = world;
        this.places = places;
    }

    /**
     * Takes what is on the class path, loaded once for all of this process, and the given
     * jurisdiction folders from disk.
     *
     * @param jurisdictions folders in the format of {@link JurisdictionLayer#load}; may be empty
     * @throws IllegalArgumentException when a jurisdiction folder cannot be read
     */
    public static AnalyzerModels load(List<Path> jurisdictions) {
        List<JurisdictionLayer> layers =
                jurisdictions.stream().map(JurisdictionLayer::load).toList();
        World world = World.Once.WORLD;
        return new AnalyzerModels(world, new PlaceResolver(world.gazetteer(), layers));
    }

    /** What does not depend on where the analyzer works: models, lexica and the gazetteer. */
    private record World(
            EntityRecognizer entities,
            LanguageIdentifier languages,
            Triage triage,
            ThreatReaders threats,
            Gazetteer gazetteer) {

        private static World load() {
            // The entity models take longest; the others load beside them.
            CompletableFuture<EntityRecognizer> entities =
                    CompletableFuture.supplyAsync(EntityModels::load);
            CompletableFuture<LanguageIdentifier> languages =
                    CompletableFuture.supplyAsync(LanguageIdentifier::load);
            Gazetteer gazetteer = Gazetteer.load();
            ThreatReaders threats = ThreatReaders.load();
            return new World(
                    loaded(entities), loaded(languages), Triage.load(), threats, gazetteer);
        }

        /** Every analyzer of a process reads with the same models, which never change. */
        private static final class Once {
            private static final World WORLD = load();
        }
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
        return world.entities();
    }

    LanguageIdentifier languages() {
        return world.languages();
    }

    Triage triage() {
        return world.triage();
    }

    PlaceResolver places() {
        return places;
    }

    ThreatReaders threats() {
        return world.threats();
    }
}
