// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.judge;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.perimeter.connectors.exercise.city.TownPlaces;
import org.perimeter.connectors.exercise.scenario.Exercise;
import org.perimeter.connectors.exercise.scenario.Timeline;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.policy.key.IncidentKeys;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Collects the evidence of one exercise, then, when everything has stopped, scores it. */
public final class Scoring {

    private final TruthBook truth;
    private final TownPlaces places;
    private final Timeline timeline;
    private final RunEvidence evidence;

    private Scoring(TruthBook truth, TownPlaces places, Timeline timeline, RunEvidence evidence) {
        this.truth = truth;
        this.places = places;
        this.timeline = timeline;
        this.evidence = evidence;
    }

    /** Collects the evidence while the store still answers. */
    public static Scoring collect(
            Exercise exercise,
            TownPlaces places,
            Timeline timeline,
            Stores stores,
            IncidentKeys keys,
            List<OpenedIncident> incidents,
            StoreObserver observer) {
        TruthBook truth = new TruthBook(exercise);
        return new Scoring(
                truth,
                places,
                timeline,
                new EvidenceCollector(stores, keys, truth).collect(incidents, observer));
    }

    /**
     * Writes the scores.
     *
     * @return the summary, one JSON object on one line
     */
    public String score(Run run) throws IOException {
        ObjectMapper json = new ObjectMapper();
        RunReport report =
                new RunReport(
                        truth,
                        new Judge(truth, places, timeline, evidence),
                        evidence,
                        timeline,
                        run);
        Files.writeString(
                run.scores(),
                json.writerWithDefaultPrettyPrinter().writeValueAsString(report.whole()) + "\n");
        return json.writeValueAsString(report.summary());
    }
}
