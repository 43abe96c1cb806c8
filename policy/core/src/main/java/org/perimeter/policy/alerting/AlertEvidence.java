// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.alerting;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.post.VoiceSketch;
import org.perimeter.policy.model.reading.ThreatKind;

import java.time.Instant;

/**
 * What one admitted post says for or against alerts of its incident.
 *
 * @param documentId the stored post
 * @param author its pseudonym
 * @param voice by which copies of it are known
 * @param kind what it says; {@link ThreatKind#NONE} for a denial or an all-clear
 * @param category what is said to happen; null for a denial of whatever the incident is about
 * @param aboutLogOdds that it is about the incident, calibrated
 * @param saysSoLogOdds that it says what kind and category say; for a denial, that it denies
 * @param score of its threat finding, 0 to 1
 * @param place where it matched
 * @param witnessedAt when the network witnessed it
 */
public record AlertEvidence(
        String documentId,
        String author,
        VoiceSketch voice,
        ThreatKind kind,
        @Nullable IncidentCategory category,
        double aboutLogOdds,
        double saysSoLogOdds,
        double score,
        PlaceMention place,
        Instant witnessedAt) {

    /**
     * Of a hundred admitted posts that a reading gives the benefit of the doubt, so many are about
     * the incident and say so; a post that is no likelier than that adds nothing.
     */
    private static final double BASE_RATE = 0.25;

    /** One voice, however sure, is one voice. */
    private static final double MOST = 2.5;

    /** Whether it speaks against alerts. */
    public boolean denies() {
        return kind == ThreatKind.NONE;
    }

    /** Its weight in log odds, from 0: how much more it says than any admitted post would. */
    public double weight() {
        double said = LogOdds.both(aboutLogOdds, saysSoLogOdds) - LogOdds.of(BASE_RATE);
        return Math.max(0, Math.min(MOST, said));
    }
}
