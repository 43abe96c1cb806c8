// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.threat;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.classifier.Cue;
import org.perimeter.nlp.threat.lexicon.RuleHit;
import org.perimeter.nlp.threat.lexicon.RuleRole;
import org.perimeter.nlp.threat.lexicon.ScanToken;
import org.perimeter.nlp.threat.lexicon.ThreatLexicon;
import org.perimeter.nlp.triage.PostText;
import org.perimeter.nlp.triage.Token;
import org.perimeter.policy.model.reading.EvidenceSpan;
import org.perimeter.policy.model.reading.IncidentRelevance;
import org.perimeter.policy.model.reading.ThreatFinding;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads a post for reports of violence or hazard and for announcements of harm.
 *
 * <p>Score of a kind and category by the rules = noisy-or of its evidence, raised by support, then
 * multiplied by the factor of every veto in reach. Where there are classifiers, they have the last
 * word (see {@link ThreatVerdict}). A finding needs at least {@value #THRESHOLD}. Immutable; safe
 * to share.
 */
final class ThreatReader {

    static final double THRESHOLD = 0.5;

    /** A place named in the text makes a report more credible by this much. */
    private static final double PLACE_SUPPORT = 0.25;

    private final ThreatLexicon lexicon;
    private final @Nullable Classifiers classifiers;

    /**
     * Reads with the given rules.
     *
     * @param classifiers the second opinion; null in languages that have none
     */
    ThreatReader(ThreatLexicon lexicon, @Nullable Classifiers classifiers) {
        this.lexicon = lexicon;
        this.classifiers = classifiers;
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
        if (scan.isEmpty() || (hits.isEmpty() && classifiers == null)) {
            return ThreatReading.nothing();
        }
        RuleEvidence evidence = new RuleEvidence(hits, scan);
        double support = places == PlacesNamed.NONE ? 0 : PLACE_SUPPORT;
        Claim threat = evidence.strongest(RuleRole.THREAT, 0);
        Claim report = evidence.strongest(RuleRole.REPORT, support);
        Claim unsupported = support == 0 ? report : evidence.strongest(RuleRole.REPORT, 0);
        Opinion opinion =
                classifiers == null
                        ? Opinion.NONE
                        : classifiers.read(scan, hits, threat, unsupported);
        ThreatVerdict verdict =
                ThreatVerdict.of(evidence, threat, report, opinion, support, places);
        List<EvidenceSpan> spans =
                Stream.concat(
                                verdict.reasons().stream().map(hit -> span(post, scan, hit)),
                                opinion.reasons(verdict).stream()
                                        .map(reason -> span(post, scan, reason)))
                        .distinct()
                        .sorted(
                                Comparator.comparingInt(EvidenceSpan::start)
                                        .thenComparingInt(EvidenceSpan::end)
                                        .thenComparing(EvidenceSpan::rule))
                        .toList();
        double relevance = verdict.relevance();
        return new ThreatReading(
                new ThreatFinding(verdict.kind(), verdict.category(), verdict.score(), spans),
                new IncidentRelevance(relevance >= THRESHOLD, relevance));
    }

    private static EvidenceSpan span(PostText post, List<ScanToken> scan, RuleHit hit) {
        return span(post, scan, new Cue(hit.rule().id(), hit.first(), hit.last()));
    }

    private static EvidenceSpan span(PostText post, List<ScanToken> scan, Cue cue) {
        return new EvidenceSpan(
                post.codePointsBefore(scan.get(cue.first()).start()),
                post.codePointsBefore(scan.get(cue.last()).end()),
                cue.name());
    }

    static double round(double score) {
        return Math.round(score * 1000) / 1000.0;
    }
}
