// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.access;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.access.AccessRequest;
import org.perimeter.policy.access.Action;
import org.perimeter.policy.access.Purpose;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.model.decision.PolicyDecision;
import org.perimeter.policy.model.decision.ReasonCode;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.rulebook.RuleId;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rules.AccessDecisionPoint;
import org.perimeter.search.api.error.ApiException;

import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Asks the access decision point about every request and puts each refusal into the ledger, under
 * the name of whoever asked.
 */
public final class AccessGuard {

    /** Response header with the index of the request's ledger entry. */
    public static final String LEAF_HEADER = "Audit-Leaf";

    private final Supplier<@Nullable Rulebook> rulebook;
    private final AuditLog audit;
    private final Clock clock;

    /**
     * @param rulebook the rulebook in force; null when there is none
     * @param audit takes refusals and deeds
     * @param clock wall clock
     */
    public AccessGuard(Supplier<@Nullable Rulebook> rulebook, AuditLog audit, Clock clock) {
        this.rulebook = rulebook;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Grants an action that concerns no incident and needs no purpose.
     *
     * @throws ApiException 403 when it is refused; the refusal is in the ledger then
     */
    public Grant require(Caller caller, Action action) {
        return require(caller, action, null, null, null);
    }

    /**
     * Grants an action.
     *
     * @throws ApiException 403 when it is refused, 422 when purpose or case number would mend it:
     *     the refusal is in the ledger then; 401 when the caller has gone meanwhile
     */
    public Grant require(
            Caller caller,
            Action action,
            @Nullable Purpose purpose,
            @Nullable String caseNumber,
            @Nullable Incident incident) {
        caller.requireHere();
        AccessRequest request =
                new AccessRequest(
                        caller.actor(),
                        caller.roles(),
                        action,
                        purpose,
                        caseNumber,
                        incident,
                        clock.instant());
        PolicyDecision decision = AccessDecisionPoint.of(rulebook.get()).decide(request);
        if (decision.allows()) {
            return new Grant(audit, caller.actor(), decision);
        }
        recordDenial(
                caller,
                action,
                incident == null ? "" : incident.id(),
                decision.ruleId(),
                decision.reason().name());
        throw refusal(decision, purpose);
    }

    /** Records that something was asked for that is not there, and tells no more than that. */
    public ApiException absent(Caller caller, Action action, String id) {
        recordDenial(caller, action, id, RuleId.ACCESS, "ABSENT");
        return ApiException.notFound();
    }

    /**
     * Records that something was refused for a reason of its own, which the caller tells whoever
     * asked.
     *
     * @param object what it was about; no text of the request
     */
    public void recordRefusal(
            Caller caller, Action action, String object, String ruleId, String reason) {
        recordDenial(caller, action, object, ruleId, reason);
    }

    @Control("AUD-02")
    private void recordDenial(
            Caller caller, Action action, String object, String ruleId, String reason) {
        audit.record(
                new AuditEvent(
                        LedgerEntryType.DENY,
                        ruleId,
                        Outcome.DENY,
                        caller.actor(),
                        Map.of("action", action.name(), "object", object, "reason", reason)));
    }

    private static ApiException refusal(PolicyDecision decision, @Nullable Purpose purpose) {
        if (decision.reason() == ReasonCode.NO_PURPOSE) {
            return purpose == null
                    ? ApiException.refused(422, "state a purpose", "purpose", decision.reason())
                    : ApiException.refused(
                            422,
                            "state the number of a case that fits the purpose",
                            "caseNumber",
                            decision.reason());
        }
        return ApiException.refused(
                403, "refused by rule " + decision.ruleId(), null, decision.reason());
    }
}
