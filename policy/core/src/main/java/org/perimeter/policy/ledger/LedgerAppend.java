// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.ledger;

import org.perimeter.policy.model.decision.LedgerDraft;

import java.util.List;

/**
 * What a call to {@link Ledger#append} added.
 *
 * @param firstIndex log index of the first added draft; the others follow without gap
 * @param added the drafts that were not in the log before, in log order
 */
public record LedgerAppend(long firstIndex, List<LedgerDraft> added) {

    /** Copies the list. */
    public LedgerAppend {
        added = List.copyOf(added);
    }
}
