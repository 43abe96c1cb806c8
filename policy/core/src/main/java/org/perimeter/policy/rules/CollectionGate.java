// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.model.decision.PolicyDecision;
import org.perimeter.policy.model.decision.ReasonCode;
import org.perimeter.policy.rulebook.RuleId;
import org.perimeter.policy.rulebook.Rulebook;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Decides whether a post may be looked at: COLLECT while an incident is live, STANDBY when the
 * rulebook allows the rewind, else DROP.
 */
public final class CollectionGate {

    /** A clock that stepped back further than this proves nothing about time any more (AU-8). */
    private static final Duration CLOCK_STEP = Duration.ofSeconds(2);

    private CollectionGate() {}

    /** Decides; never throws. */
    @Control({"COL-01", "COL-05", "COL-10", "RET-02", "AUD-01"})
    public static PolicyDecision decide(CollectionInput input) {
        try {
            return decideOrThrow(input);
        } catch (RuntimeException e) {
            // Whatever went wrong, nothing is collected through an error.
            return drop(RuleId.INCIDENT_ONLY, ReasonCode.DECISION_ERROR, null);
        }
    }

    private static PolicyDecision decideOrThrow(CollectionInput input) {
        Rulebook rulebook = input.rulebook();
        if (rulebook == null) {
            boolean unexplained = input.rulebookReason() == ReasonCode.ALLOWED;
            ReasonCode reason = unexplained ? ReasonCode.NO_RULEBOOK : input.rulebookReason();
            return drop(RuleId.INCIDENT_ONLY, reason, null);
        }
        if (!rulebook.isInForce(input.now())) {
            return drop(RuleId.INCIDENT_ONLY, ReasonCode.RULEBOOK_EXPIRED, rulebook);
        }
        if (!isApproved(input, rulebook)) {
            return drop(RuleId.SOURCES, ReasonCode.SOURCE_NOT_APPROVED, rulebook);
        }
        ReasonCode ledger = ledgerState(input, rulebook);
        if (ledger != ReasonCode.ALLOWED) {
            return drop(RuleId.LEDGER_AGE, ledger, rulebook);
        }
        if (RetentionSchedule.isLate(input.retentionDoneAt(), input.now())) {
            return drop(RuleId.RETENTION, ReasonCode.RETENTION_LATE, rulebook);
        }
        if (input.liveIncident()) {
            return new PolicyDecision(
                    Outcome.COLLECT, RuleId.INCIDENT_ONLY, ReasonCode.ALLOWED, rulebook.hash());
        }
        return RewindRule.of(rulebook).isOn()
                ? new PolicyDecision(
                        Outcome.STANDBY,
                        RuleId.REWIND,
                        ReasonCode.NO_LIVE_INCIDENT,
                        rulebook.hash())
                : drop(RuleId.INCIDENT_ONLY, ReasonCode.NO_LIVE_INCIDENT, rulebook);
    }

    @Control("COL-05")
    private static boolean isApproved(CollectionInput input, Rulebook rulebook) {
        String network = input.network();
        return rulebook.source(input.source())
                .filter(entry -> entry.isUsable(input.now()))
                .filter(entry -> network == null || network.equals(entry.network()))
                .isPresent();
    }

    @Control("AUD-01")
    private static ReasonCode ledgerState(CollectionInput input, Rulebook rulebook) {
        Instant drained = input.ledgerDrainedAt();
        if (drained == null) {
            return ReasonCode.LEDGER_NOT_DRAINED;
        }
        if (drained.isAfter(input.now().plus(CLOCK_STEP))) {
            return ReasonCode.CLOCK_STEPPED_BACK;
        }
        Duration most = rulebook.duration(RuleId.LEDGER_AGE, ChronoUnit.SECONDS);
        return drained.plus(most).isBefore(input.now())
                ? ReasonCode.LEDGER_NOT_DRAINED
                : ReasonCode.ALLOWED;
    }

    private static PolicyDecision drop(
            String ruleId, ReasonCode reason, @Nullable Rulebook rulebook) {
        String hash = rulebook == null ? "" : rulebook.hash();
        return new PolicyDecision(Outcome.DROP, ruleId, reason, hash);
    }
}
