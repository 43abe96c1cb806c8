// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.threat;

import org.perimeter.nlp.triage.PostText;
import org.perimeter.nlp.triage.Token;
import org.perimeter.policy.model.EvidenceSpan;
import org.perimeter.policy.model.IncidentCategory;
import org.perimeter.policy.model.IncidentRelevance;
import org.perimeter.policy.model.ThreatFinding;
import org.perimeter.policy.model.ThreatKind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Reads a post for reports of violence or hazard and for announcements of harm.
 *
 * <p>Score of a kind and category = noisy-or of its evidence, raised by support, then multiplied by
 * the factor of every veto in reach. A finding needs at least {@value #THRESHOLD}. Immutable; safe
 * to share.
 */
final class ThreatReader {

    static final double THRESHOLD = 0.5;

    /** A place named in the text makes a report more credible by this much. */
    private static final double PLACE_SUPPORT = 0.25;

    private final ThreatLexicon lexicon;

    /** Reads with the given rules. */
    ThreatReader(ThreatLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * What a tokenised post says.
     *
     * @param post the text the tokens were cut from
     * @param tokens its tokens
     * @param places what is known of the places that the text names
     */
    ThreatReading read(PostText post, List<Token> tokens, PlacesNamed places) {
        List<ScanToken> scan = lexicon.scan(tokens);
        List<RuleHit> hits = lexicon.match(scan);
        if (hits.isEmpty()) {
            return ThreatReading.nothing();
        }
        Evidence evidence = new Evidence(hits, scan);
        double support = places == PlacesNamed.NONE ? 0 : PLACE_SUPPORT;
        Claim threat = evidence.strongest(RuleRole.THREAT, 0);
        Claim report = evidence.strongest(RuleRole.REPORT, support);
        Claim winner = threat.score() >= report.score() ? threat : report;
        ThreatKind kind = kindOf(winner);
        boolean nearIncident = places == PlacesNamed.NEAR_INCIDENT;
        double context = evidence.context(support, nearIncident);
        List<RuleHit> reasons = new ArrayList<>(evidence.behind(winner, kind));
        if (kind == ThreatKind.NONE && context >= THRESHOLD) {
            reasons.addAll(evidence.behindContext(nearIncident));
        }
        List<EvidenceSpan> spans = spans(post, scan, reasons);
        ThreatFinding finding =
                kind == ThreatKind.NONE
                        ? new ThreatFinding(ThreatKind.NONE, null, winner.score(), spans)
                        : new ThreatFinding(kind, categoryOf(winner), winner.score(), spans);
        double relevance = Math.max(Math.max(threat.score(), report.score()), context);
        return new ThreatReading(
                finding, new IncidentRelevance(relevance >= THRESHOLD, round(relevance)));
    }

    private static ThreatKind kindOf(Claim claim) {
        if (claim.score() < THRESHOLD) {
            return ThreatKind.NONE;
        }
        return claim.role() == RuleRole.THREAT ? ThreatKind.THREAT : ThreatKind.REPORT;
    }

    private static IncidentCategory categoryOf(Claim claim) {
        return Objects.requireNonNull(claim.category());
    }

    private static List<EvidenceSpan> spans(
            PostText post, List<ScanToken> scan, List<RuleHit> hits) {
        return hits.stream()
                .map(
                        hit ->
                                new EvidenceSpan(
                                        post.codePointsBefore(scan.get(hit.first()).start()),
                                        post.codePointsBefore(scan.get(hit.last()).end()),
                                        hit.rule().id()))
                .distinct()
                .sorted(
                        Comparator.comparingInt(EvidenceSpan::start)
                                .thenComparingInt(EvidenceSpan::end)
                                .thenComparing(EvidenceSpan::rule))
                .toList();
    }

    static double round(double score) {
        return Math.round(score * 1000) / 1000.0;
    }
}
