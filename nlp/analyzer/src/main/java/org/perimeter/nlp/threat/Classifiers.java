// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.threat;

import org.perimeter.nlp.classifier.Cue;
import org.perimeter.nlp.classifier.LinearModel;
import org.perimeter.nlp.classifier.TextFeatures;
import org.perimeter.nlp.threat.lexicon.RuleHit;
import org.perimeter.nlp.threat.lexicon.ScanToken;

import java.util.List;

/** The two trained classifiers of English posts: threat language and relevance. Immutable. */
final class Classifiers {

    private static final String FOLDER = "/org/perimeter/nlp/classifier/";

    /** So many words are named as the reason. */
    private static final int REASONS = 3;

    /** Below these log odds nobody asks for reasons. */
    private static final double NO_REASON = -2;

    private final PostFeatures features;
    private final LinearModel threat;
    private final LinearModel incident;

    private Classifiers(PostFeatures features, LinearModel threat, LinearModel incident) {
        this.features = features;
        this.threat = threat;
        this.incident = incident;
    }

    /** Loads the models from the class path. */
    static Classifiers load(PostFeatures features) {
        return new Classifiers(
                features,
                LinearModel.load(FOLDER + "threat.bin.gz"),
                LinearModel.load(FOLDER + "relevance.bin.gz"));
    }

    /** What they say of a post. */
    Opinion read(List<ScanToken> scan, List<RuleHit> hits, Claim threatClaim, Claim reportClaim) {
        TextFeatures seen = features.of(scan, hits, threatClaim, reportClaim);
        double forThreat = threat.margin(seen);
        double forIncident = incident.margin(seen);
        return new Opinion(
                forThreat,
                forIncident,
                reasons(threat, seen, forThreat, "classifier.threat"),
                reasons(incident, seen, forIncident, "classifier.incident"));
    }

    private static List<Cue> reasons(
            LinearModel model, TextFeatures seen, double margin, String name) {
        if (margin < NO_REASON) {
            return List.of();
        }
        return model.strongest(seen, REASONS).stream()
                .map(feature -> new Cue(name, seen.first(feature), seen.last(feature)))
                .toList();
    }
}
