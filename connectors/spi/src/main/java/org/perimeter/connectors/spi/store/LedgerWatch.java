// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.store;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;

/**
 * What is on its way to the ledger's inbox and not there yet. An empty inbox proves nothing while a
 * producer holds drafts back, so collection stops when it has held one for too long.
 */
public interface LedgerWatch {

    /** The job, which holds its drafts until the checkpoint after them is complete. */
    String JOBS = "jobs";

    /**
     * Says since when a holder has drafts that are not in the inbox.
     *
     * @param since when the oldest of them was made; null when there is none
     */
    void holds(String holder, @Nullable Instant since);

    /** Since when a holder has such drafts, read in real time; empty when it has none. */
    Optional<Instant> heldSince(String holder);

    /** Says up to which number the drafts of a producer are in the inbox. */
    void handedIn(String producer, long sequence);

    /** Up to which number they are, read in real time; 0 before the first. */
    long handedIn(String producer);
}
