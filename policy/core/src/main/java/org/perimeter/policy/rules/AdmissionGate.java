// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.fence.FenceGeometry;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.model.decision.PolicyDecision;
import org.perimeter.policy.model.decision.ReasonCode;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.place.PlaceEvidence;
import org.perimeter.policy.redaction.Redactor;
import org.perimeter.policy.rulebook.RuleId;
import org.perimeter.policy.rulebook.Rulebook;

import java.time.Instant;

/**
 * Decides whether a post that matched a fence may be stored: ADMIT as it is, REDACT when it names
 * people by identifiers, else DROP with the first rule that it breaks.
 */
public final class AdmissionGate {

    private AdmissionGate() {}

    /** Decides; never throws. */
    @Control({
        "COL-01", "COL-02", "COL-03", "COL-04", "COL-07", "COL-08", "COL-09", "COL-10", "FAS-01"
    })
    public static PolicyDecision decide(AdmissionInput input) {
        try {
            return decideOrThrow(input);
        } catch (RuntimeException e) {
            // Whatever went wrong, nothing is stored through an error.
            return drop(RuleId.INCIDENT_ONLY, ReasonCode.DECISION_ERROR, "");
        }
    }

    /**
     * The refusal that needs nobody to read the post closely: by what governs, by time, place and
     * fence. Null when it depends on what the post says. The same as {@link #decide} would say.
     */
    public static @Nullable PolicyDecision refuseUnread(AdmissionInput input) {
        try {
            return refusal(input);
        } catch (RuntimeException e) {
            return drop(RuleId.INCIDENT_ONLY, ReasonCode.DECISION_ERROR, "");
        }
    }

    private static PolicyDecision decideOrThrow(AdmissionInput input) {
        PolicyDecision refusal = refusal(input);
        return refusal == null ? decideAboutContent(input) : refusal;
    }

    private static @Nullable PolicyDecision refusal(AdmissionInput input) {
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
        if (!CategoryRule.of(rulebook).allows(incident.category())) {
            return drop(RuleId.CATEGORIES, ReasonCode.CATEGORY_MISMATCH, hash);
        }
        if (incident.protectedPlace() && !incident.protectedPlaceApproved()) {
            return drop(RuleId.PROTECTED_PLACE, ReasonCode.PROTECTED_PLACE, hash);
        }
        if (input.post().repost()) {
            return drop(RuleId.FIELDS, ReasonCode.REPOST, hash);
        }
        Instant witnessed = input.post().witnessedAt();
        if (witnessed.isBefore(RewindRule.of(rulebook).earliest(incident))) {
            return drop(RuleId.REWIND, ReasonCode.BEFORE_REWIND, hash);
        }
        if (!witnessed.isBefore(incident.expiresAt())) {
            return drop(RuleId.FENCE_LIFE, ReasonCode.INCIDENT_NOT_OPEN, hash);
        }
        ReasonCode place = PlaceRule.of(rulebook).judge(input.match().place());
        if (place != ReasonCode.ALLOWED) {
            return drop(RuleId.PLACE_RADIUS, place, hash);
        }
        FenceGeometry fence = FenceGeometry.of(incident.fence());
        if (!FenceRule.of(rulebook).allows(fence)
                || !fence.contains(input.match().place().point())) {
            return drop(RuleId.FENCE_RADIUS, ReasonCode.OUTSIDE_FENCE, hash);
        }
        return null;
    }

    private static PolicyDecision decideAboutContent(AdmissionInput input) {
        Rulebook rulebook = input.rulebook();
        String hash = rulebook.hash();
        FenceGeometry fence = FenceGeometry.of(input.incident().fence());
        boolean named = namesPlaceIn(fence, input, PlaceRule.of(rulebook));
        RelevanceRule relevance = RelevanceRule.of(rulebook);
        if (!relevance.isAbout(input.analysis(), named)) {
            boolean byPosition = !named && rulebook.find(RuleId.ABOUT_BY_POSITION).isPresent();
            return drop(
                    byPosition ? RuleId.ABOUT_BY_POSITION : RuleId.ABOUT,
                    ReasonCode.NOT_RELEVANT,
                    hash);
        }
        if (relevance.belongsElsewhere(input.analysis(), input.rivalLogOdds())) {
            return drop(RuleId.ABOUT_BESIDE_RIVALS, ReasonCode.ABOUT_ANOTHER, hash);
        }
        if (!VolumeRule.of(rulebook).hasRoom(input.admittedSoFar())) {
            return drop(RuleId.VOLUME, ReasonCode.VOLUME_CAP, hash);
        }
        return Redactor.of(rulebook).namesAnybody(input.post())
                ? new PolicyDecision(
                        Outcome.REDACT, RuleId.IDENTIFIERS, ReasonCode.IDENTIFIERS_REPLACED, hash)
                : new PolicyDecision(Outcome.ADMIT, RuleId.FENCE_RADIUS, ReasonCode.ALLOWED, hash);
    }

    /** Whether the text names a place in the fence that could let it in by itself. */
    private static boolean namesPlaceIn(FenceGeometry fence, AdmissionInput input, PlaceRule rule) {
        return input.match().place().evidence() == PlaceEvidence.TEXT
                || input.analysis().places().stream()
                        .filter(place -> place.evidence() == PlaceEvidence.TEXT)
                        .filter(place -> rule.judge(place) == ReasonCode.ALLOWED)
                        .anyMatch(place -> fence.contains(place.point()));
    }

    private static PolicyDecision drop(String ruleId, ReasonCode reason, String hash) {
        return new PolicyDecision(Outcome.DROP, ruleId, reason, hash);
    }
}
