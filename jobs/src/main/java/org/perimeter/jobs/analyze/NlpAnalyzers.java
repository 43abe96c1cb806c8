// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.analyze;

import org.perimeter.nlp.AnalysisRequest;
import org.perimeter.nlp.AnalyzerModels;
import org.perimeter.nlp.PostAnalyzer;
import org.perimeter.nlp.TimeBudget;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Analyzers of the {@code nlp} module, with the jurisdiction's layer of places. The time that one
 * post may take is the analyzer's own, looked at between its steps: each is linear in a text of
 * bounded length, so none needs a thread of its own to be given up.
 */
public final class NlpAnalyzers implements AnalyzerFactory {

    private static final long serialVersionUID = 1L;

    /** Says enough to take every step of the analysis once. */
    private static final String WARM_UP =
            "Gunshots at the corner of Main Street and Second Street, says Alice Example; police"
                    + " from Springfield are here and I will hide";

    /**
     * By the clock on the wall: thousands of times a usual post, so that a busy machine fits in.
     */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final ArrayList<String> jurisdictions;

    /**
     * @param jurisdictions folders with streets, landmarks and districts; may be empty
     */
    public NlpAnalyzers(List<Path> jurisdictions) {
        this.jurisdictions = new ArrayList<>(jurisdictions.stream().map(Path::toString).toList());
    }

    /**
     * Loads the models and takes one text through all steps, so that the first post does not pay
     * for what every step loads when it is first used; takes seconds.
     *
     * @throws IllegalArgumentException when a jurisdiction folder cannot be read
     */
    @Override
    public Analyzer create() {
        PostAnalyzer analyzer =
                new PostAnalyzer(
                        AnalyzerModels.load(jurisdictions.stream().map(Path::of).toList()));
        for (String language : List.of("en", "es")) {
            analyzer.analyze(new AnalysisRequest(WARM_UP, List.of(language), null, List.of()));
        }
        TimeBudget time = new TimeBudget(LONGEST, System::nanoTime);
        return (post, area) ->
                analyzer.readWatched(
                        new AnalysisRequest(
                                post.text(), post.languages(), post.place(), area.neighbourhoods()),
                        area,
                        time);
    }
}
