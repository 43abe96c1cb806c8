// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.judge;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes the scores of each incident, and how many posts of each pack were kept by mistake. */
final class ScenarioScores {

    private final TruthBook truth;
    private final Judge judge;
    private final RunEvidence evidence;

    ScenarioScores(TruthBook truth, Judge judge, RunEvidence evidence) {
        this.truth = truth;
        this.judge = judge;
        this.evidence = evidence;
    }

    /** One field for each incident, by the key of its plan. */
    void incidents(ObjectNode into) {
        for (OpenedIncident incident : evidence.incidents()) {
            Judge own = judge.of(incident);
            RunEvidence ownEvidence = evidence.of(incident);
            ObjectNode node = into.putObject(incident.plan().id());
            node.put("category", incident.plan().category().name());
            score(node.putObject("admission"), own.admission());
            score(node.putObject("places"), own.places());
            score(node.putObject("alerts"), new AlertJudge(truth, ownEvidence).score());
            node.put("rewound", own.rewound());
        }
    }

    /** One field for each pack: how many of its posts were kept that must not be. */
    void wronglyKept(ObjectNode into) {
        truth.posts().stream()
                .map(TruthPost::pack)
                .distinct()
                .sorted()
                .forEach(pack -> into.put(pack, judge.wronglyKept(pack)));
    }

    private static void score(ObjectNode node, Score score) {
        node.put("precision", score.precision());
        node.put("recall", score.recall());
        node.put("right", score.right());
        node.put("found", score.found());
        node.put("wanted", score.wanted());
    }
}
