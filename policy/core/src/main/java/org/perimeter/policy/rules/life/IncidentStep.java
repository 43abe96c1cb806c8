// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules.life;

import org.perimeter.policy.model.incident.Incident;

/** What became of a command. */
public sealed interface IncidentStep {

    /**
     * The incident is another one now and has to be written.
     *
     * @param incident as it is now
     * @param kind of change
     */
    record Changed(Incident incident, Kind kind) implements IncidentStep {}

    /**
     * Nothing changed: it was known, or is older than what is known.
     *
     * @param incident as it was
     */
    record Unchanged(Incident incident) implements IncidentStep {}

    /**
     * A rule forbids it.
     *
     * @param ruleId the rule
     * @param field what the sender could mend; empty when nothing
     * @param message one sentence for who asked
     */
    record Refused(String ruleId, String field, String message) implements IncidentStep {}

    /** The kinds of changes, as the ledger tells them apart. */
    enum Kind {
        /** It was proposed. */
        PROPOSED,
        /** It became live. */
        OPENED,
        /** It is about something else, elsewhere or of another weight. */
        UPDATED,
        /** Its fence lives on. */
        RENEWED,
        /** A person approved its fence. */
        APPROVED,
        /** It is over. */
        ENDED
    }
}
