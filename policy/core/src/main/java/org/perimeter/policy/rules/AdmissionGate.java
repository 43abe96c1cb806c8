// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules;

import org.perimeter.policy.fence.FenceGeometry;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.model.decision.PolicyDecision;
import org.perimeter.policy.model.decision.ReasonCode;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.reading.CloseReading;
import org.perimeter.policy.model.reading.ThreatFinding;
import org.perimeter.policy.model.reading.ThreatKind;
import org.perimeter.policy.redaction.Redactor;
import org.perimeter.policy.rulebook.RuleId;
import org.perimeter.policy.rulebook.Rulebook;

import java.time.Duration;
import java.time.Instant;

/**
 * Decides whether a post that matched a fence may be stored: ADMIT as it is, REDACT when it names
 * people by identifiers, else DROP with the first rule that it breaks.
 */
public final class AdmissionGate {

    private AdmissionGate() {}

    /** Decides; never throws. */
    public static PolicyDecision decide(AdmissionInput input) {
        try {
            return decideOrThrow(input);
        } catch (RuntimeException e) {
            // Whatever went wrong, nothing is stored through an error.
            return drop(RuleId.INCIDENT_ONLY, ReasonCode.DECISION_ERROR, "");
        }
    }

    private static PolicyDecision decideOrThrow(AdmissionInput input) {
        Rulebook rulebook = input.rulebook();
        Incident incident = input.incident();
        String hash = rulebook.hash();
        if (!input.match().incidentId().equals(incident.id())) {
            throw new IllegalArgumentException("the match belongs to another incident");
        }
        if (!rulebook.isInForce(input.now())) {
            return drop(RuleId.INCIDENT_ONLY, ReasonCode.RULEBOOK_EXPIRED, hash);
        }
        if (!incident.isLive(input.now())) {
            return drop(RuleId.INCIDENT_ONLY, ReasonCode.INCIDENT_NOT_OPEN, hash);
        }
        if (!rulebook.categories().contains(incident.category())) {
            return drop(RuleId.CATEGORIES, ReasonCode.CATEGORY_MISMATCH, hash);
        }
        if (incident.protectedPlace() && !incident.protectedPlaceApproved()) {
            return drop(RuleId.PROTECTED_PLACE, ReasonCode.PROTECTED_PLACE, hash);
        }
        if (input.post().repost()) {
            return drop(RuleId.FIELDS, ReasonCode.REPOST, hash);
        }
        Instant witnessed = input.post().witnessedAt();
        if (witnessed.isBefore(incident.openedAt().minus(rewind(rulebook)))) {
            return drop(RuleId.REWIND, ReasonCode.BEFORE_REWIND, hash);
        }
        if (!witnessed.isBefore(incident.expiresAt())) {
            return drop(RuleId.FENCE_LIFE, ReasonCode.INCIDENT_NOT_OPEN, hash);
        }
        return decideAboutContent(input);
    }

    private static PolicyDecision decideAboutContent(AdmissionInput input) {
        Rulebook rulebook = input.rulebook();
        String hash = rulebook.hash();
        ReasonCode place = PlaceRule.of(rulebook).judge(input.match().place());
        if (place != ReasonCode.ALLOWED) {
            return drop(RuleId.PLACE_RADIUS, place, hash);
        }
        FenceGeometry fence = FenceGeometry.of(input.incident().fence());
        boolean lawful = fence.radiusMeters() <= rulebook.value(RuleId.FENCE_RADIUS) * 1000;
        if (!lawful || !fence.contains(input.match().place().point())) {
            return drop(RuleId.FENCE_RADIUS, ReasonCode.OUTSIDE_FENCE, hash);
        }
        if (!isAboutAnIncident(input)) {
            return drop(RuleId.ABOUT, ReasonCode.NOT_RELEVANT, hash);
        }
        if (input.admittedSoFar() >= rulebook.value(RuleId.VOLUME)) {
            return drop(RuleId.VOLUME, ReasonCode.VOLUME_CAP, hash);
        }
        return Redactor.namesAnybody(input.post())
                ? new PolicyDecision(
                        Outcome.REDACT, RuleId.IDENTIFIERS, ReasonCode.IDENTIFIERS_REPLACED, hash)
                : new PolicyDecision(Outcome.ADMIT, RuleId.FENCE_RADIUS, ReasonCode.ALLOWED, hash);
    }

    /**
     * A post that merely names a place near the scene is nobody's business. Where it was read
     * beside the incident, that reading decides; else the first reading does.
     */
    private static boolean isAboutAnIncident(AdmissionInput input) {
        CloseReading close = input.analysis().close();
        Double logOdds = close == null ? null : close.aboutLogOdds();
        if (logOdds != null) {
            return 1 / (1 + Math.exp(-logOdds)) >= input.rulebook().value(RuleId.ABOUT);
        }
        ThreatFinding threat = input.analysis().threat();
        return input.analysis().relevance().relevant()
                || (threat.kind() != ThreatKind.NONE
                        && threat.score() >= input.rulebook().value(RuleId.ALERT_SCORE));
    }

    private static Duration rewind(Rulebook rulebook) {
        return Duration.ofMillis(Math.round(rulebook.value(RuleId.REWIND) * 60_000));
    }

    private static PolicyDecision drop(String ruleId, ReasonCode reason, String hash) {
        return new PolicyDecision(Outcome.DROP, ruleId, reason, hash);
    }
}
