// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.close;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.EvidenceSpan;
import org.perimeter.policy.model.reading.ThreatFinding;
import org.perimeter.policy.model.reading.ThreatKind;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Carries an analysis from the first reading to the close one. Without a model, or in a language
 * that the model was not trained in, the first reading stands. Thread-safe; one for a process.
 */
public final class CloseAnalyzer {

    /** What the model was trained in; texts too short to tell count too. */
    private static final Set<String> LANGUAGES = Set.of("en", "es", "und");

    private final @Nullable CloseReader reader;

    private CloseAnalyzer(@Nullable CloseReader reader) {
        this.reader = reader;
    }

    /** With what this build ships; loaded once for a process. */
    public static CloseAnalyzer shipped() {
        return Once.SHIPPED;
    }

    /**
     * With this model, or without any.
     *
     * @throws IllegalStateException when this machine cannot run it
     */
    public static CloseAnalyzer of(CloseModel model) {
        return new CloseAnalyzer(
                model instanceof CloseModel.Present present ? CloseReader.open(present) : null);
    }

    /** Whether there is a model. */
    public boolean reads() {
        return reader != null;
    }

    /** The version of the model: the graph's SHA-256; empty when there is none. */
    public String model() {
        return reader == null ? "" : reader.model();
    }

    /**
     * Reads a post for itself.
     *
     * @param first what the first reading made of it
     * @param text the same text
     */
    public Analysis read(Analysis first, String text) {
        CloseReader close = reader;
        return close == null || isLeft(first, text)
                ? first
                : explain(first, judge(first, text, close::read, null), text, close::read);
    }

    /** Reads a post beside an incident, and explains what it finds. */
    public Analysis read(Analysis first, String text, IncidentText incident) {
        return explain(first, judge(first, text, incident), text, incident);
    }

    /** Reads a post beside an incident, once: what only this reading finds has no reasons yet. */
    public Analysis judge(Analysis first, String text, IncidentText incident) {
        CloseReader close = reader;
        return close == null
                ? first
                : judge(first, text, post -> close.read(incident, post), incident.category());
    }

    /**
     * Adds the words on which a finding rests that the first reading did not make.
     *
     * @param judged what {@link #judge} made of the same text beside the same incident
     */
    public Analysis explain(Analysis first, Analysis judged, String text, IncidentText incident) {
        CloseReader close = reader;
        return close == null || judged.close() == null
                ? judged
                : explain(first, judged, text, post -> close.read(incident, post));
    }

    private static Analysis judge(
            Analysis first,
            String text,
            Function<String, CloseScores> reader,
            @Nullable IncidentCategory incident) {
        return isLeft(first, text) ? first : Cascade.join(first, reader.apply(text), incident);
    }

    /** Whether the first reading stands. */
    private static boolean isLeft(Analysis first, String text) {
        return !LANGUAGES.contains(first.language()) || text.isBlank();
    }

    private static Analysis explain(
            Analysis first, Analysis joined, String text, Function<String, CloseScores> reader) {
        ThreatFinding finding = joined.threat();
        if (finding.kind() == ThreatKind.NONE || finding.kind() == first.threat().kind()) {
            return joined;
        }
        boolean threat = finding.kind() == ThreatKind.THREAT;
        List<EvidenceSpan> spans =
                Occlusion.spans(
                        text,
                        threat ? "close.threat" : "close.report",
                        post -> logOdds(reader.apply(post), threat));
        return new Analysis(
                joined.language(),
                joined.entities(),
                joined.places(),
                joined.relevance(),
                new ThreatFinding(
                        finding.kind(),
                        finding.category(),
                        finding.score(),
                        finding.probability(),
                        spans),
                joined.close());
    }

    private static double logOdds(CloseScores scores, boolean threat) {
        return (threat ? scores.threat() : scores.report()).logOdds();
    }

    private static final class Once {
        private static final CloseAnalyzer SHIPPED = of(CloseModel.shipped());
    }
}
