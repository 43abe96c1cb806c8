// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.ledger;

import org.perimeter.policy.model.decision.LedgerDraft;

/**
 * What identifies a draft.
 *
 * @param producer who handed it in
 * @param sequence its number there, from 1
 */
record DraftKey(String producer, long sequence) {

    static DraftKey of(LedgerDraft draft) {
        return new DraftKey(draft.producer(), draft.sequence());
    }
}
