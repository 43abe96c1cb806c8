// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.row;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.AnalysisRequest;
import org.perimeter.nlp.PostAnalyzer;
import org.perimeter.nlp.close.CloseAnalyzer;
import org.perimeter.nlp.places.Neighbourhood;
import org.perimeter.nlp.quality.baseline.StockBaseline;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.reading.Analysis;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What is measured: the analyzer as everybody calls it, and beside it stock CoreNLP.
 *
 * @param analyzer the public entry
 * @param close reads on where the first reading stops
 * @param baseline stock CoreNLP; null when it is not at hand or not wanted
 * @param places the jurisdictions' folders that the analyzer knows
 */
public record Subject(
        PostAnalyzer analyzer,
        CloseAnalyzer close,
        @Nullable StockBaseline baseline,
        List<Path> places) {

    public Subject {
        places = List.copyOf(places);
    }

    /** The command line takes an incident to reach this far; so does the measurement. */
    private static final double NEAR_RADIUS_METERS = 2_000;

    /** Whether a folder that the analyzer knows is called like the town. */
    boolean knows(String town) {
        return places.stream()
                .map(folder -> String.valueOf(folder.toAbsolutePath().getFileName()))
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(town));
    }

    /** A bare text, as {@code analyze} reads it. */
    public Analysis analyze(String text) {
        return close.read(analyzer.analyze(AnalysisRequest.of(text)), text);
    }

    /** The same with {@code --near}; without when there is no point. */
    public Analysis analyze(String text, @Nullable GeoPoint near) {
        List<Neighbourhood> incident =
                near == null ? List.of() : List.of(new Neighbourhood(near, NEAR_RADIUS_METERS));
        return close.read(
                analyzer.analyze(new AnalysisRequest(text, List.of(), null, incident)), text);
    }

    /** A post and what else is known of it. */
    public Analysis analyze(AnalysisRequest request) {
        return analyzer.analyze(request);
    }
}
