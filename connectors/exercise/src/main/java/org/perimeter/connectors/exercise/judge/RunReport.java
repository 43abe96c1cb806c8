// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.judge;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.perimeter.connectors.exercise.scenario.Timeline;

import java.util.List;
import java.util.TreeMap;

/** Puts the scores into the one-object summary and the longer report. */
final class RunReport {

    private static final String MARCH = "march";

    private final ObjectMapper json = new ObjectMapper();
    private final Judge judge;
    private final AlertJudge alerts;
    private final ScenarioScores scenarios;
    private final RunEvidence evidence;
    private final Timeline timeline;
    private final Run run;

    RunReport(TruthBook truth, Judge judge, RunEvidence evidence, Timeline timeline, Run run) {
        this.judge = judge;
        this.alerts = new AlertJudge(truth, evidence);
        this.scenarios = new ScenarioScores(truth, judge, evidence);
        this.evidence = evidence;
        this.timeline = timeline;
        this.run = run;
    }

    /** The summary: the fixed fields first. */
    ObjectNode summary() {
        Score alertScore = alerts.score();
        Score places = judge.places();
        Score admission = judge.admission();
        RunLatencies latencies = judge.latencies();
        Deletes deletes = judge.deletes();
        ObjectNode summary = json.createObjectNode();
        summary.put("postsSeen", tally("seen"));
        summary.put("postsAdmitted", evidence.sightings().size());
        summary.put("alerts", evidence.alerts().size());
        summary.put("alertPrecision", alertScore.precision());
        summary.put("alertRecall", alertScore.recall());
        summary.put("placePrecision", places.precision());
        summary.put("placeRecall", places.recall());
        summary.putObject("latencyMs")
                .put("p50", latencies.percentile(50))
                .put("p99", latencies.percentile(99));
        summary.put("postsPerSecond", perSecond());
        summary.put("heldOutsideIncidents", evidence.heldOutside());
        summary.putObject("ledger")
                .put("size", run.ledger().size())
                .put("verified", run.ledger().ok());
        summary.putObject("deletes")
                .put("asked", deletes.asked())
                .put("gone", deletes.gone())
                .put("stored", deletes.stored());
        summary.put("report", run.report().toString());
        summary.put("admissionPrecision", admission.precision());
        summary.put("admissionRecall", admission.recall());
        summary.put("demonstrationCollected", judge.wronglyKept(MARCH));
        summary.put("falseAlerts", alertScore.found() - alertScore.right());
        summary.put("alertsExpected", alertScore.wanted());
        summary.put("kindAccuracy", judge.kinds().precision());
        summary.put("rewound", judge.rewound());
        summary.putObject("edits")
                .put("kept", judge.edits().found())
                .put("applied", judge.edits().right());
        summary.putObject("searches").put("asked", run.searches()).put("receipts", run.receipts());
        summary.put("leaks", run.leaks());
        summary.putObject("webhooks")
                .put("delivered", run.webhooks().delivered())
                .put("verified", run.webhooks().verified());
        summary.put("replaySpeed", timeline.speed());
        scenarios.wronglyKept(summary.putObject("wronglyKept"));
        scenarios.incidents(summary.putObject("scenarios"));
        return summary;
    }

    /** The summary and what it was counted from; keys of invented posts, no text. */
    ObjectNode whole() {
        ObjectNode whole = json.createObjectNode();
        whole.set("summary", summary());
        whole.put("placeToleranceMeters", Judge.TOLERANCE_METERS);
        whole.put("latenciesMeasured", judge.latencies().count());
        whole.put("postsHeldAtEnd", evidence.held());
        whole.put("capturedEventsServed", run.capturedEvents());
        whole.put("ledgerProblem", run.ledger().problem());
        counts(whole.putObject("admission"), judge.admission());
        counts(whole.putObject("places"), judge.places());
        counts(whole.putObject("alerts"), alerts.score());
        list(whole.putArray("alertsRaised"), alerts.described());
        list(whole.putArray("wronglyKept"), judge.wronglyKept());
        list(whole.putArray("missed"), judge.missed());
        list(whole.putArray("misplaced"), judge.misplaced());
        ObjectNode tallies = whole.putObject("tallies");
        new TreeMap<>(evidence.tallies()).forEach(tallies::put);
        return whole;
    }

    private double perSecond() {
        double seconds = Math.max(1, run.replayed().toMillis()) / 1_000.0;
        return Math.round(tally("seen") / seconds * 10) / 10.0;
    }

    private long tally(String name) {
        return evidence.tallies().getOrDefault(name, 0L);
    }

    private static void counts(ObjectNode node, Score score) {
        node.put("right", score.right()).put("found", score.found()).put("wanted", score.wanted());
    }

    private static void list(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }
}
