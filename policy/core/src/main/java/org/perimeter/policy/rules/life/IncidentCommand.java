// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules.life;

import org.perimeter.policy.model.incident.ApprovalRole;
import org.perimeter.policy.model.incident.IncidentStatement;

/** What somebody wants to become of an incident. */
public sealed interface IncidentCommand {

    /**
     * A sender states an incident: opens it, changes it, or says that it is over.
     *
     * @param statement what is said
     */
    record State(IncidentStatement statement) implements IncidentCommand {}

    /**
     * A supervisor wants a live fence to live on.
     *
     * @param supervisor who answers for it
     * @param reason why
     */
    record Renew(String supervisor, String reason) implements IncidentCommand {}

    /** It is over. */
    record Close() implements IncidentCommand {}

    /** It never was, or was a mistake. */
    record Cancel() implements IncidentCommand {}

    /**
     * One of the people whose approval a protected place needs gives it.
     *
     * @param role in which
     * @param person who
     */
    record Approve(ApprovalRole role, String person) implements IncidentCommand {}
}
