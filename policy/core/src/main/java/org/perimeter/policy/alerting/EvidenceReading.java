// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.alerting;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.post.StoredPost;
import org.perimeter.policy.model.post.VoiceSketch;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.CloseReading;
import org.perimeter.policy.model.reading.ThreatFinding;
import org.perimeter.policy.model.reading.ThreatKind;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Turns a stored post into evidence: the one place that knows what readings are made of. */
public final class EvidenceReading {

    /** Of posts that only the first reading saw, about so many are about their incident. */
    private static final double ABOUT_UNREAD = LogOdds.of(0.6);

    /** What a denial found by rules alone is worth. */
    private static final double DENIES_BY_RULE = LogOdds.of(0.85);

    /** A close reading that is less sure than this makes no denial. */
    private static final double LEAST_DENIAL = 0;

    private static final Set<String> DENIAL_RULES = Set.of("veto.denial", "context.all-clear");

    private EvidenceReading() {}

    /**
     * What a stored post says, at the rounded time that is known of it.
     *
     * @param leastScore of a finding that counts (OUT-03.score)
     * @return null when it says nothing for or against alerts
     */
    public static @Nullable AlertEvidence of(StoredPost post, double leastScore) {
        return of(post, post.witnessedAt(), leastScore);
    }

    /**
     * What a post says that is about to be stored.
     *
     * @param witnessedAt exactly; it stays inside the job
     * @param leastScore of a finding that counts (OUT-03.score)
     * @return null when it says nothing for or against alerts
     */
    public static @Nullable AlertEvidence of(
            StoredPost post, Instant witnessedAt, double leastScore) {
        Analysis analysis = post.analysis();
        ThreatFinding threat = analysis.threat();
        CloseReading close = analysis.close();
        double says = LogOdds.of(threat.probability());
        double denies = denies(threat, close);
        boolean speaks = threat.kind() != ThreatKind.NONE && threat.score() >= leastScore;
        if (denies > LEAST_DENIAL && (!speaks || denies > says)) {
            return evidence(post, witnessedAt, ThreatKind.NONE, null, denies);
        }
        return speaks ? evidence(post, witnessedAt, threat.kind(), threat.category(), says) : null;
    }

    private static AlertEvidence evidence(
            StoredPost post,
            Instant witnessedAt,
            ThreatKind kind,
            @Nullable IncidentCategory category,
            double saysSo) {
        return new AlertEvidence(
                post.id(),
                post.author(),
                voice(post),
                kind,
                category,
                about(post.analysis().close()),
                saysSo,
                post.analysis().threat().score(),
                post.match().place(),
                witnessedAt);
    }

    /** Posts that were stored before voices were kept with them have at least their words. */
    private static VoiceSketch voice(StoredPost post) {
        VoiceSketch kept = post.voice();
        return kept == null
                ? WordSketch.of(
                        post.text(), post.mediaDescriptions(), post.analysis().places(), List.of())
                : kept;
    }

    private static double about(@Nullable CloseReading close) {
        Double read = close == null ? null : close.aboutLogOdds();
        return read == null ? ABOUT_UNREAD : read;
    }

    private static double denies(ThreatFinding threat, @Nullable CloseReading close) {
        if (close != null) {
            return close.deniesLogOdds();
        }
        // A rule beside a finding that stood all the same has been weighed already.
        boolean byRule =
                threat.kind() == ThreatKind.NONE
                        && threat.spans().stream()
                                .anyMatch(span -> DENIAL_RULES.contains(span.rule()));
        return byRule ? DENIES_BY_RULE : LEAST_DENIAL;
    }
}
