// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules.life;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.incident.Approval;
import org.perimeter.policy.model.incident.ApprovalRole;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.policy.model.incident.Renewal;
import org.perimeter.policy.rulebook.RuleId;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rules.life.IncidentStep.Changed;
import org.perimeter.policy.rules.life.IncidentStep.Kind;
import org.perimeter.policy.rules.life.IncidentStep.Refused;
import org.perimeter.policy.rules.life.IncidentStep.Unchanged;

import java.time.Instant;

/**
 * The one door of every incident: what becomes of it by a command. Opening, end, version, renewals
 * and approvals are set here and nowhere else; what a sender says of them is kept, not believed.
 */
public final class IncidentRules {

    /** How often a fence may be renewed (control COL-03). */
    public static final int MOST_RENEWALS = 3;

    private IncidentRules() {}

    /**
     * The next step of an incident's life; a pure function.
     *
     * @param before as it is stored; null when it is not known
     * @param command what somebody wants
     * @param rulebook in force; without one, null, things can only end
     * @param now the wall clock
     */
    @Control({"COL-02", "COL-03", "COL-04", "FAS-01"})
    public static IncidentStep next(
            @Nullable Incident before,
            IncidentCommand command,
            @Nullable Rulebook rulebook,
            Instant now) {
        if (before != null && before.version() == Long.MAX_VALUE) {
            return new Refused(
                    RuleId.INCIDENT_ONLY, "version", "no version follows; it was not written here");
        }
        if (command instanceof IncidentCommand.Close) {
            return before == null ? unknown() : end(before, IncidentStatus.CLOSED, false, now);
        }
        if (command instanceof IncidentCommand.Cancel) {
            return before == null ? unknown() : end(before, IncidentStatus.CANCELLED, false, now);
        }
        if (rulebook == null || !rulebook.isInForce(now)) {
            return new Refused(RuleId.INCIDENT_ONLY, "", "no rulebook is in force (COL-01)");
        }
        if (command instanceof IncidentCommand.State state) {
            Statements statements = new Statements(state.statement(), rulebook, now);
            return before == null ? statements.first() : statements.on(before);
        }
        if (before == null) {
            return unknown();
        }
        if (command instanceof IncidentCommand.Renew renew) {
            return renew(before, renew.supervisor(), renew.reason(), rulebook, now);
        }
        if (command instanceof IncidentCommand.Approve approve) {
            return approve(before, approve.role(), approve.person(), rulebook, now);
        }
        throw new IllegalStateException("a command that no rule knows");
    }

    private static Refused unknown() {
        return new Refused(RuleId.INCIDENT_ONLY, "id", "there is no such incident");
    }

    /** Whether it never lives again. */
    static boolean isOver(Incident incident, Instant now) {
        return switch (incident.status()) {
            case PENDING -> false;
            case ACTIVE -> !now.isBefore(incident.expiresAt());
            case CLOSED, CANCELLED -> true;
        };
    }

    static Refused over(String id) {
        return new Refused(
                RuleId.FENCE_LIFE,
                "reopens",
                "it is over; open a new incident that names " + id + " in reopens (COL-03)");
    }

    /** What was closed may still turn out to be a mistake; nothing else follows an end. */
    static IncidentStep end(
            Incident before, IncidentStatus over, boolean byStatement, Instant now) {
        boolean ended =
                before.status() == IncidentStatus.CANCELLED
                        || (before.status() == IncidentStatus.CLOSED
                                && over == IncidentStatus.CLOSED);
        if (ended) {
            return new Unchanged(before);
        }
        Instant first = before.closedAt();
        IncidentDraft draft = new IncidentDraft(before, now).stated(byStatement);
        draft.end(over, first == null ? now : first);
        return new Changed(draft.build(), Kind.ENDED);
    }

    @Control("COL-03")
    static IncidentStep renew(
            Incident before, String supervisor, String reason, Rulebook rulebook, Instant now) {
        if (isOver(before, now)) {
            return over(before.id());
        }
        if (before.status() != IncidentStatus.ACTIVE) {
            return refused("", "only a live fence can be renewed (COL-03)");
        }
        if (reason.isBlank()) {
            return refused("reason", "a renewal needs a reason (COL-03)");
        }
        if (supervisor.isBlank()) {
            return refused("supervisor", "a renewal needs a supervisor by name (COL-03)");
        }
        if (before.life().renewals().size() >= MOST_RENEWALS) {
            return refused("", "it was renewed " + MOST_RENEWALS + " times, the most (COL-03)");
        }
        Instant end = new FenceTimes(rulebook).renewedEnd(before.openedAt(), now);
        if (!end.isAfter(before.expiresAt())) {
            return refused("", "it lives that long already, or to its hard stop (COL-03.stop)");
        }
        IncidentDraft draft = new IncidentDraft(before, now).stated(false);
        draft.add(new Renewal(now, supervisor.strip(), reason.strip()));
        draft.until(end);
        return new Changed(draft.build(), Kind.RENEWED);
    }

    private static Refused refused(String field, String message) {
        return new Refused(RuleId.FENCE_LIFE, field, message);
    }

    @Control("FAS-01")
    private static IncidentStep approve(
            Incident before, ApprovalRole role, String person, Rulebook rulebook, Instant now) {
        if (isOver(before, now)) {
            return over(before.id());
        }
        if (person.isBlank()) {
            return unapproved("person", "an approval needs a person by name (FAS-01)");
        }
        if (!before.protectedPlace()) {
            return unapproved("", "its fence needs no approval (FAS-01)");
        }
        String name = person.strip();
        for (Approval given : before.life().approvals()) {
            if (given.role() == role) {
                return new Unchanged(before);
            }
            if (given.person().equalsIgnoreCase(name)) {
                return unapproved("person", "nobody approves in both roles (FAS-01)");
            }
        }
        IncidentDraft draft = new IncidentDraft(before, now).stated(false);
        draft.add(new Approval(role, name, now));
        if (before.status() == IncidentStatus.PENDING) {
            Instant latest = new FenceTimes(rulebook).renewedEnd(now, now);
            Instant end = FenceTimes.earlier(latest, before.life().statedExpiresAt());
            if (!end.isAfter(now)) {
                return over(before.id());
            }
            draft.open(now, end);
        }
        Incident after = draft.build();
        return new Changed(after, after.status() == before.status() ? Kind.APPROVED : Kind.OPENED);
    }

    private static Refused unapproved(String field, String message) {
        return new Refused(RuleId.PROTECTED_PLACE, field, message);
    }
}
