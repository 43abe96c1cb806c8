// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.oversight;

import org.perimeter.policy.controls.Control;
import org.perimeter.policy.rules.SmallGroups;
import org.perimeter.search.oversight.ReportView.Deletions;
import org.perimeter.search.oversight.ReportView.LedgerState;
import org.perimeter.search.oversight.ReportView.Use;

import java.util.List;
import java.util.Map;

/**
 * Leaves out of a report what is not for its readers. The public edition says nothing about a group
 * of fewer than ten uses, because one use of few may point at the person or the case behind it
 * (control OUT-02): in a breakdown such a group and, when it is alone, the next smallest one join
 * {@code OTHER}, so that no sum gives it away.
 */
final class EditionCut {

    private EditionCut() {}

    @Control("OUT-02")
    static ReportView of(ReportView whole) {
        boolean open = whole.edition() != Edition.PUBLIC;
        boolean listed = whole.edition() == Edition.AUDITOR;
        return new ReportView(
                whole.edition(),
                whole.agency(),
                whole.from(),
                whole.to(),
                whole.madeAt(),
                whole.outsideIncidents(),
                whole.collection(),
                whole.held(),
                whole.minutes(),
                whole.incidents(),
                open ? whole.use() : joined(whole.use()),
                whole.alerts(),
                open ? whole.deletions() : counted(whole.deletions()),
                whole.deadLetters(),
                listed ? whole.ledger() : unlisted(whole.ledger()),
                whole.rulebook());
    }

    private static Use joined(Use use) {
        return new Use(
                use.searches(),
                SmallGroups.join(use.searchesByPurpose()),
                use.views(),
                use.alertViews(),
                use.denials(),
                SmallGroups.join(use.denialsByRule()),
                use.reports());
    }

    private static Deletions counted(Deletions all) {
        return new Deletions(
                all.asked(),
                all.erased(),
                all.byDeadline(),
                all.keysDestroyed(),
                all.receipts(),
                all.resumed(),
                all.unfinished(),
                List.of());
    }

    private static LedgerState unlisted(LedgerState all) {
        return new LedgerState(
                all.size(),
                all.root(),
                all.verified(),
                all.problem(),
                all.verifierKey(),
                all.checkpoint(),
                all.inPeriod(),
                Map.copyOf(all.entries()),
                all.unopened(),
                List.of());
    }
}
