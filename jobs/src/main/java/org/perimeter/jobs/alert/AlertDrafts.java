// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.alert;

import org.perimeter.jobs.ledger.CanonicalPayload;
import org.perimeter.jobs.ledger.Drafts;
import org.perimeter.policy.ledger.ItemRoot;
import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.decision.LedgerEntryType;

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
                new CanonicalPayload()
                        .with("alert", alert.id())
                        .with("incident", alert.incidentId())
                        .with("state", alert.state().name())
                        .with("kind", alert.kind().name())
                        .with("category", alert.category().name())
                        .with("sequence", alert.sequence())
                        .with("authors", alert.authors())
                        .with("denials", alert.denials())
                        .with("permille", Math.round(alert.probability() * 1000))
                        .with("models", alert.models())
                        .with("posts", alert.postIds().size())
                        .with("root", ItemRoot.of(alert.postIds()).toHex()));
    }
}
