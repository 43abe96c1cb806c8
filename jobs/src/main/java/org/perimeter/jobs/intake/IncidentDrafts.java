// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.intake;

import org.perimeter.jobs.ledger.Drafts;
import org.perimeter.policy.ledger.docket.IncidentPayload;
import org.perimeter.policy.model.decision.DeadLetter;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.model.decision.Stage;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentStatement;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rules.life.IncidentStep;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Says in the words of the ledger, and of dead letters, what became of a statement. */
final class IncidentDrafts {

    private static final String RULE = "COL-01";

    private final IncidentPayload payload;

    /**
     * @param payload says of an incident what a receipt needs
     */
    IncidentDrafts(IncidentPayload payload) {
        this.payload = payload;
    }

    /** The draft of a change. */
    LedgerDraft of(IncidentStep.Changed changed, Rulebook rulebook) {
        LedgerEntryType type =
                switch (changed.kind()) {
                    case OPENED -> LedgerEntryType.INCIDENT_OPEN;
                    case ENDED -> LedgerEntryType.INCIDENT_CLOSE;
                    case PROPOSED, UPDATED, RENEWED, APPROVED -> LedgerEntryType.INCIDENT_UPDATE;
                };
        return draft(type, changed.incident(), rulebook);
    }

    /** The draft of what is stored, as its first writer made it as far as that can be told. */
    LedgerDraft again(Incident stored, Rulebook rulebook) {
        LedgerEntryType type =
                switch (stored.status()) {
                    case CLOSED, CANCELLED -> LedgerEntryType.INCIDENT_CLOSE;
                    case PENDING -> LedgerEntryType.INCIDENT_UPDATE;
                    case ACTIVE ->
                            stored.version() == 1
                                    ? LedgerEntryType.INCIDENT_OPEN
                                    : LedgerEntryType.INCIDENT_UPDATE;
                };
        return draft(type, stored, rulebook);
    }

    private LedgerDraft draft(LedgerEntryType type, Incident incident, Rulebook rulebook) {
        Map<String, String> details = new HashMap<>(payload.members(incident));
        details.put("case", incident.caseNumber());
        details.put("openedAt", incident.openedAt().toString());
        details.put("renewals", Integer.toString(incident.life().renewals().size()));
        details.put("reopens", incident.life().reopens());
        return Drafts.of(
                type, incident.updatedAt(), RULE, rulebook.hash(), Outcome.COLLECT, details);
    }

    /** A letter without content; the same refusal of the same statement is the same letter. */
    static DeadLetter letter(
            IncidentStatement statement, IncidentStep.Refused refused, Instant now) {
        String reference = refused.ruleId() + " " + statement.times().revision();
        String name = statement.id() + " " + reference;
        return new DeadLetter(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString(),
                Stage.SOURCE,
                DeadLetterReason.DECISION_FAILED,
                statement.source(),
                reference,
                now);
    }
}
