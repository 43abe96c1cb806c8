// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.redaction;

import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.EntityMention;
import org.perimeter.policy.model.reading.EvidenceSpan;
import org.perimeter.policy.model.reading.Match;
import org.perimeter.policy.model.reading.ThreatFinding;

import java.util.List;

/**
 * Moves what was found in a text onto its redacted form: offsets follow, words are cut out anew so
 * that no identifier survives in them, and what lay inside a replaced part is dropped.
 */
final class AnalysisRebase {

    private final Redaction redaction;
    private final Redactor redactor;

    AnalysisRebase(Redaction redaction, Redactor redactor) {
        this.redaction = redaction;
        this.redactor = redactor;
    }

    Analysis rebase(Analysis analysis) {
        List<EntityMention> entities =
                analysis.entities().stream()
                        .filter(entity -> redaction.keeps(entity.start(), entity.end()))
                        .map(this::moved)
                        .toList();
        List<PlaceMention> places =
                analysis.places().stream()
                        .filter(place -> redaction.keeps(place.start(), place.end()))
                        .map(this::moved)
                        .toList();
        ThreatFinding threat = analysis.threat();
        List<EvidenceSpan> spans =
                threat.spans().stream()
                        .filter(span -> redaction.keeps(span.start(), span.end()))
                        .map(this::moved)
                        .toList();
        return new Analysis(
                analysis.language(),
                entities,
                places,
                analysis.relevance(),
                new ThreatFinding(
                        threat.kind(),
                        threat.category(),
                        threat.score(),
                        threat.probability(),
                        spans),
                analysis.close());
    }

    /** A match keeps its place on the map even when the words that named it are gone. */
    Match rebase(Match match) {
        PlaceMention place = match.place();
        PlaceMention moved =
                redaction.keeps(place.start(), place.end())
                        ? moved(place)
                        : withWords(place, "", 0, 0);
        return new Match(match.incidentId(), moved, match.distanceMeters(), match.rewound());
    }

    private EntityMention moved(EntityMention entity) {
        return new EntityMention(
                entity.type(),
                redaction.slice(entity.start(), entity.end()),
                redaction.translate(entity.start()),
                redaction.translate(entity.end()));
    }

    private PlaceMention moved(PlaceMention place) {
        if (place.start() == place.end()) {
            // The platform's name of a place was never part of the text.
            return withWords(place, redactor.redact(place.text()).text(), 0, 0);
        }
        return withWords(
                place,
                redaction.slice(place.start(), place.end()),
                redaction.translate(place.start()),
                redaction.translate(place.end()));
    }

    private EvidenceSpan moved(EvidenceSpan span) {
        return new EvidenceSpan(
                redaction.translate(span.start()), redaction.translate(span.end()), span.rule());
    }

    private static PlaceMention withWords(PlaceMention place, String words, int start, int end) {
        return new PlaceMention(
                words,
                start,
                end,
                place.point(),
                place.radiusMeters(),
                place.evidence(),
                place.basis(),
                place.precision(),
                place.placeId(),
                place.confidence());
    }
}
