// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.threat;

import org.perimeter.policy.model.reading.IncidentRelevance;
import org.perimeter.policy.model.reading.ThreatFinding;

/**
 * What the lexicon makes of a post.
 *
 * @param finding threat language with its evidence
 * @param relevance whether the post is about an incident at all
 */
public record ThreatReading(ThreatFinding finding, IncidentRelevance relevance) {

    private static final ThreatReading NOTHING =
            new ThreatReading(ThreatFinding.none(), new IncidentRelevance(false, 0));

    /** Nothing was found. */
    public static ThreatReading nothing() {
        return NOTHING;
    }
}
