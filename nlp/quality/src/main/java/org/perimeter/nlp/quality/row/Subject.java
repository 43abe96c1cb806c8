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

import java.util.List;

/**
 * What is measured: the analyzer as everybody calls it, and beside it stock CoreNLP.
 *
 * @param analyzer the public entry
 * @param close reads on where the first reading stops
 * @param baseline stock CoreNLP; null when it is not at hand or not wanted
 * @param towns names of the jurisdictions' folders that the analyzer knows, in lower case
 */
public record Subject(
        PostAnalyzer analyzer,
        CloseAnalyzer close,
        @Nullable StockBaseline baseline,
        List<String> towns) {

    public Subject {
        towns = List.copyOf(towns);
    }

    /** The command line takes an incident to reach this far; so does the measurement. */
    private static final double NEAR_RADIUS_METERS = 2_000;

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
}
