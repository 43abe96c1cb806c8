// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.access.AccessRequest;
import org.perimeter.policy.access.CaseNumber;
import org.perimeter.policy.access.Purpose;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.model.decision.PolicyDecision;
import org.perimeter.policy.model.decision.ReasonCode;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.policy.rulebook.RuleId;
import org.perimeter.policy.rulebook.Rulebook;

import java.time.Instant;

/**
 * Decides whether a person's request is granted; what no rule grants is denied, and so is whatever
 * cannot be decided.
 */
public final class AccessDecisionPoint {

    private final @Nullable Rulebook rulebook;

    private AccessDecisionPoint(@Nullable Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /**
     * The decision point under a rulebook.
     *
     * @param rulebook the valid rulebook; null when there is none: nobody sees posts then, while
     *     oversight can still read
     */
    public static AccessDecisionPoint of(@Nullable Rulebook rulebook) {
        return new AccessDecisionPoint(rulebook);
    }

    /** Decides; never throws. */
    @Control({"ACC-01", "ACC-04"})
    public PolicyDecision decide(AccessRequest request) {
        try {
            return decideOrThrow(request);
        } catch (RuntimeException e) {
            // Whatever went wrong, nobody gets in through an error.
            return deny(RuleId.ACCESS, ReasonCode.DECISION_ERROR);
        }
    }

    private PolicyDecision decideOrThrow(AccessRequest request) {
        if (request.actor().isBlank() || !request.action().isOpenTo(request.roles())) {
            return deny(RuleId.ACCESS, ReasonCode.ROLE);
        }
        if (!request.action().showsPosts()) {
            return new PolicyDecision(Outcome.ALLOW, RuleId.ACCESS, ReasonCode.ALLOWED, hash());
        }
        return decideAboutPosts(request);
    }

    @Control({"ACC-01", "ACC-02", "FAS-01"})
    private PolicyDecision decideAboutPosts(AccessRequest request) {
        if (rulebook == null) {
            return deny(RuleId.ACCESS, ReasonCode.NO_RULEBOOK);
        }
        if (!rulebook.isInForce(request.now())) {
            return deny(RuleId.ACCESS, ReasonCode.RULEBOOK_EXPIRED);
        }
        if (request.purpose() == null || !CaseNumber.isWellFormed(request.caseNumber())) {
            return deny(RuleId.PURPOSE, ReasonCode.NO_PURPOSE);
        }
        Incident incident = request.incident();
        if (incident == null || !isSearchable(incident, rulebook, request.now())) {
            return deny(RuleId.ACCESS, ReasonCode.INCIDENT_NOT_OPEN);
        }
        if (request.purpose() == Purpose.EXERCISE && !incident.exercise()) {
            return deny(RuleId.PURPOSE, ReasonCode.NO_PURPOSE);
        }
        if (incident.protectedPlace() && !incident.protectedPlaceApproved()) {
            return deny(RuleId.PROTECTED_PLACE, ReasonCode.PROTECTED_PLACE);
        }
        return new PolicyDecision(Outcome.ALLOW, RuleId.PURPOSE, ReasonCode.ALLOWED, hash());
    }

    /** Live, or over for less than its posts may remain. */
    private static boolean isSearchable(Incident incident, Rulebook rulebook, Instant now) {
        boolean wasLive =
                incident.status() == IncidentStatus.ACTIVE
                        || incident.status() == IncidentStatus.CLOSED;
        return wasLive && !RetentionSchedule.of(rulebook).isDue(incident, now);
    }

    private PolicyDecision deny(String ruleId, ReasonCode reason) {
        return new PolicyDecision(Outcome.DENY, ruleId, reason, hash());
    }

    private String hash() {
        return rulebook == null ? "" : rulebook.hash();
    }
}
