// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.ledger;

import org.perimeter.policy.model.decision.LedgerDraft;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Drafts that somebody waits for.
 *
 * @param drafts ordered by sequence within each producer
 * @param done what became of them
 */
record Submission(List<LedgerDraft> drafts, CompletableFuture<Sequenced> done) {

    static Submission of(List<LedgerDraft> drafts) {
        return new Submission(List.copyOf(drafts), new CompletableFuture<>());
    }
}
