// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.ledger;

import org.perimeter.policy.json.CanonicalJson;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.decision.Outcome;

import java.time.Instant;
import java.util.Map;

/** Makes drafts that are numbered later, by whoever hands them in. */
public final class Drafts {

    /** The process that acts in all of them. */
    public static final String ACTOR = "jobs";

    private Drafts() {}

    /**
     * A draft without producer and number.
     *
     * @param details texts and numbers, of which the payload is made
     */
    public static LedgerDraft of(
            LedgerEntryType type,
            Instant at,
            String ruleId,
            String rulebookHash,
            Outcome outcome,
            Map<String, ?> details) {
        return new LedgerDraft(
                "", 0, type, at, ruleId, rulebookHash, outcome, ACTOR, CanonicalJson.text(details));
    }
}
