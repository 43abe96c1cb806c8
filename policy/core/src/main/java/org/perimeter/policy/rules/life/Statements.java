// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules.life;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.fence.FenceCover;
import org.perimeter.policy.fence.FenceProblem;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentStatement;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.policy.model.incident.Renewal;
import org.perimeter.policy.rulebook.RuleId;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rules.CategoryRule;
import org.perimeter.policy.rules.FenceRule;
import org.perimeter.policy.rules.life.IncidentStep.Changed;
import org.perimeter.policy.rules.life.IncidentStep.Kind;
import org.perimeter.policy.rules.life.IncidentStep.Refused;
import org.perimeter.policy.rules.life.IncidentStep.Unchanged;

import java.time.Instant;
import java.util.List;

/** What becomes of an incident when a sender states something of it. */
final class Statements {

    private final IncidentStatement statement;
    private final Rulebook rulebook;
    private final FenceTimes times;
    private final Instant now;

    Statements(IncidentStatement statement, Rulebook rulebook, Instant now) {
        this.statement = statement;
        this.rulebook = rulebook;
        this.times = new FenceTimes(rulebook);
        this.now = now;
    }

    /** The first statement of an incident. */
    IncidentStep first() {
        Refused unlawful = unlawful();
        if (unlawful != null) {
            return unlawful;
        }
        if (statement.motive().reopens().equals(statement.id())) {
            return new Refused(
                    RuleId.FENCE_LIFE, "reopens", "an incident cannot reopen itself (COL-03)");
        }
        IncidentDraft draft = new IncidentDraft(statement, now);
        Instant opened = times.opening(statement, now);
        Instant end = times.firstEnd(statement, opened);
        if (isEnding()) {
            draft.open(opened, end.isAfter(opened) ? end : opened.plusMillis(1));
            draft.end(statement.status(), now);
            return new Changed(draft.build(), Kind.ENDED);
        }
        if (!end.isAfter(now)) {
            return new Refused(RuleId.FENCE_LIFE, "expiresAt", "is over by its own times (COL-03)");
        }
        draft.open(opened, end);
        return opened(draft.build());
    }

    /** A statement of an incident that is known. */
    IncidentStep on(Incident before) {
        if (!before.source().equals(statement.source())) {
            return new Refused(RuleId.INCIDENT_ONLY, "source", "another source's incident");
        }
        if (isEnding()) {
            return IncidentRules.end(before, statement.status(), true, now);
        }
        boolean stale = isStale(before);
        if (IncidentRules.isOver(before, now)) {
            return stale || !saysAnythingNew(before)
                    ? new Unchanged(before)
                    : IncidentRules.over(before.id());
        }
        if (stale) {
            return new Unchanged(before);
        }
        Refused unlawful = unlawful();
        if (unlawful != null) {
            return unlawful;
        }
        boolean grows = !FenceCover.isWithin(statement.fence(), before.fence());
        boolean live = before.status() == IncidentStatus.ACTIVE;
        if (grows && live && statement.motive().reason().isBlank()) {
            return new Refused(
                    RuleId.FENCE_RADIUS, "reason", "a fence that grows needs a reason (COL-02)");
        }
        if (live && statement.status() == IncidentStatus.PENDING) {
            // What is not wanted live any more is over: nothing goes back to before its life.
            return IncidentRules.end(before, IncidentStatus.CLOSED, true, now);
        }
        return live ? change(before, grows) : propose(before, grows);
    }

    private boolean isEnding() {
        return statement.status() == IncidentStatus.CLOSED
                || statement.status() == IncidentStatus.CANCELLED;
    }

    private boolean isStale(Incident before) {
        long revision = statement.times().revision();
        return revision != 0 && revision <= before.life().revision();
    }

    /** Whether it says anything of the incident that the last statement did not. */
    private boolean saysAnythingNew(Incident before) {
        IncidentDraft draft = new IncidentDraft(before, now);
        draft.take(statement);
        return draft.differsFrom(before);
    }

    private @Nullable Refused unlawful() {
        if (!CategoryRule.of(rulebook).allows(statement.category())) {
            return new Refused(
                    RuleId.CATEGORIES, "category", "is not on the rulebook's list (COL-04)");
        }
        List<FenceProblem> problems = FenceRule.of(rulebook).judge(statement.fence());
        if (!problems.isEmpty()) {
            return new Refused(RuleId.FENCE_RADIUS, "geometry", problems.get(0).message());
        }
        return statement.caseNumber().isEmpty() && !statement.exercise()
                ? new Refused(RuleId.INCIDENT_ONLY, "caseNumber", "is required (COL-01)")
                : null;
    }

    /** A change of what is not live yet; it may become live by it. */
    private IncidentStep propose(Incident before, boolean grows) {
        IncidentDraft draft = draft(before, grows);
        Instant opened = times.opening(statement, now);
        Instant end = times.firstEnd(statement, opened);
        if (!end.isAfter(now)) {
            return new Refused(RuleId.FENCE_LIFE, "expiresAt", "is over by its own times (COL-03)");
        }
        draft.open(opened, end);
        Incident after = draft.build();
        if (after.status() == IncidentStatus.ACTIVE) {
            return new Changed(after, Kind.OPENED);
        }
        return saysAnythingNew(before) ? new Changed(after, Kind.PROPOSED) : new Unchanged(before);
    }

    private IncidentStep change(Incident before, boolean grows) {
        IncidentStatement.Motive motive = statement.motive();
        if (wantsRenewal(before)) {
            IncidentStep renewed =
                    IncidentRules.renew(
                            before, motive.supervisor(), motive.reason(), rulebook, now);
            return renewed instanceof Changed changed
                    ? new Changed(afterRenewal(changed.incident(), grows), Kind.RENEWED)
                    : renewed;
        }
        if (!saysAnythingNew(before)) {
            return new Unchanged(before);
        }
        IncidentDraft draft = draft(before, grows);
        draft.until(endOf(before));
        return new Changed(draft.build(), Kind.UPDATED);
    }

    /** An earlier end that is stated anew is taken; the past is not. */
    private Instant endOf(Incident before) {
        Instant stated = statement.times().expiresAt();
        if (stated == null || stated.equals(before.life().statedExpiresAt())) {
            return before.expiresAt();
        }
        Instant atLeast = now.isAfter(before.openedAt()) ? now : before.openedAt().plusMillis(1);
        return FenceTimes.earlier(before.expiresAt(), stated.isBefore(atLeast) ? atLeast : stated);
    }

    /** Only who names a supervisor asks for a renewal; a later end alone is only a statement. */
    @Control("COL-03")
    private boolean wantsRenewal(Incident before) {
        IncidentStatement.Motive motive = statement.motive();
        Instant stated = statement.times().expiresAt();
        boolean known =
                before.life().renewals().stream().anyMatch(renewal -> isSame(renewal, motive));
        return !motive.supervisor().isBlank()
                && !known
                && stated != null
                && stated.isAfter(before.expiresAt());
    }

    private static boolean isSame(Renewal renewal, IncidentStatement.Motive motive) {
        return renewal.supervisor().equals(motive.supervisor().strip())
                && renewal.reason().equals(motive.reason().strip());
    }

    /** The renewed incident with all else that the statement says, in one version. */
    private Incident afterRenewal(Incident renewed, boolean grows) {
        IncidentDraft draft = draft(renewed, grows);
        Instant stated = statement.times().expiresAt();
        draft.until(FenceTimes.earlier(renewed.expiresAt(), stated));
        return draft.build(renewed.version());
    }

    private IncidentDraft draft(Incident before, boolean grows) {
        IncidentDraft draft = new IncidentDraft(before, now).stated(true);
        draft.take(statement);
        if (grows) {
            draft.dropApprovals();
        }
        return draft;
    }

    private static Changed opened(Incident incident) {
        return new Changed(
                incident, incident.status() == IncidentStatus.ACTIVE ? Kind.OPENED : Kind.PROPOSED);
    }
}
