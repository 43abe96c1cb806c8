// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Who may write the ledger of this store, and how far the store has seen it. A ledger is a folder
 * on one machine; the store is what all machines share, so that it can tell that a folder was
 * replaced, and that two are being written.
 */
public interface LedgerSeat {

    /**
     * The seat as it was written last.
     *
     * @param turn grows by one with each writing: whoever writes the next one has seen this one
     * @param writer who holds it
     * @param until when it is free if nothing more is heard
     * @param size entries under the newest checkpoint that was published then
     * @param root Merkle root of these, base64
     */
    record Taken(long turn, String writer, Instant until, long size, String root) {}

    /** The seat, read in real time; empty when the store never saw a ledger. */
    Optional<Taken> find();

    /**
     * Writes the seat, unless somebody else wrote this turn or a later one.
     *
     * @param next with the turn after the one that was found; 1 for the first
     * @return false when somebody was quicker
     */
    boolean take(Taken next);
}
