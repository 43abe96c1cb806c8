// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.ledger;

import org.perimeter.policy.ledger.DraftId;
import org.perimeter.policy.model.decision.LedgerDraft;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Numbers the drafts that came without a number, because the ledger takes none without. When the
 * fate of a batch is unknown the numbers start again under a new name, so that none ever stands for
 * two drafts.
 */
final class Numbering {

    private String producer = newProducer();
    private long last;

    /** The same drafts in the same order, each with a number. */
    List<LedgerDraft> number(List<LedgerDraft> drafts) {
        List<LedgerDraft> numbered = new ArrayList<>(drafts.size());
        for (LedgerDraft draft : drafts) {
            numbered.add(DraftId.isNumbered(draft) ? draft : numbered(draft));
        }
        return numbered;
    }

    /** The same drafts under numbers of our own, whatever theirs are. */
    List<LedgerDraft> renumber(List<LedgerDraft> drafts) {
        return drafts.stream().map(this::numbered).toList();
    }

    /** Gives up the numbers of a batch of which nobody knows whether the ledger took it. */
    void startAgain() {
        producer = newProducer();
        last = 0;
    }

    private LedgerDraft numbered(LedgerDraft draft) {
        last++;
        return new LedgerDraft(
                producer,
                last,
                draft.type(),
                draft.at(),
                draft.ruleId(),
                draft.rulebookHash(),
                draft.outcome(),
                draft.actor(),
                draft.payload());
    }

    private static String newProducer() {
        return "inbox-" + UUID.randomUUID();
    }
}
