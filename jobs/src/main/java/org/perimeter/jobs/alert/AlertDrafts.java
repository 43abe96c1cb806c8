// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.alert;

import org.perimeter.jobs.ledger.Drafts;
import org.perimeter.policy.ledger.ItemRoot;
import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.decision.LedgerEntryType;

import java.util.Map;

/** Tells the ledger of alerts. */
final class AlertDrafts {

    private AlertDrafts() {}

    static LedgerDraft of(Alert alert) {
        return Drafts.of(
                LedgerEntryType.ALERT,
                alert.updatedAt(),
                alert.decision().ruleId(),
                alert.decision().rulebookHash(),
                alert.decision().outcome(),
                Map.ofEntries(
                        Map.entry("alert", alert.id()),
                        Map.entry("incident", alert.incidentId()),
                        Map.entry("state", alert.state().name()),
                        Map.entry("kind", alert.kind().name()),
                        Map.entry("category", alert.category().name()),
                        Map.entry("sequence", alert.sequence()),
                        Map.entry("authors", alert.authors()),
                        Map.entry("denials", alert.denials()),
                        Map.entry("permille", Math.round(alert.probability() * 1000)),
                        Map.entry("models", alert.models()),
                        Map.entry("posts", alert.postIds().size()),
                        Map.entry("root", ItemRoot.of(alert.postIds()).toHex())));
    }
}
