// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.store.retention;

import org.perimeter.policy.model.decision.LedgerDraft;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What retention is about to erase, and when it last did all that was due; collection stops when
 * that is too long ago, so nobody can collect where nothing is deleted.
 */
public interface RetentionDiary {

    /** Says that a round ended at this instant with nothing left that was due. */
    void finished(Instant at);

    /** When the last such round ended, read in real time; empty before the first. */
    Optional<Instant> lastFinished();

    /**
     * Writes an erasure down before its deed, then hands the draft of its intent to the ledger's
     * inbox, so that no intent is told of that nobody will finish.
     *
     * @param intent without a number; its payload names the erasure
     * @throws org.perimeter.connectors.spi.store.StoreException when one of the two is not safe;
     *     the deed must not be done then
     */
    void begin(Erasure erasure, LedgerDraft intent);

    /**
     * Hands the draft that tells of the deed to the inbox, then crosses the erasure out, so that
     * none is forgotten before it is told.
     *
     * @param done without a number; its payload names the erasure
     * @throws org.perimeter.connectors.spi.store.StoreException when one of the two is not safe;
     *     the same call again mends it
     */
    void done(Erasure erasure, LedgerDraft done);

    /** Erasures that were begun and not crossed out, oldest first, at most {@code limit}. */
    List<Erasure> open(int limit);
}
