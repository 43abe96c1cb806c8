// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.ledger;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.decision.LedgerDraft;

import java.util.Map;

/**
 * Where the ledger stands after a commit.
 *
 * @param indexes log indexes of the drafts that this commit appended
 * @param marks highest sequence number in the ledger of every producer that took part
 */
record Sequenced(Map<LedgerDraft, Long> indexes, Map<String, Long> marks) {

    Sequenced {
        indexes = Map.copyOf(indexes);
        marks = Map.copyOf(marks);
    }

    /** The log index of a draft that was appended now; null for all others. */
    @Nullable Long indexOf(LedgerDraft draft) {
        return indexes.get(draft);
    }

    /**
     * Whether the number of a draft is used in the ledger, from now or before; from before it may
     * stand for another draft.
     */
    boolean knowsNumber(LedgerDraft draft) {
        return draft.sequence() <= marks.getOrDefault(draft.producer(), 0L);
    }
}
