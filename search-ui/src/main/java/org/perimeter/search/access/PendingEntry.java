// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.access;

/** An event on its way into the ledger, for whoever must not go on before it is there. */
@FunctionalInterface
public interface PendingEntry {

    /**
     * Waits until the entry is durable.
     *
     * @return its index in the ledger, from 0
     * @throws AuditUnavailableException when the ledger did not take it, or not in time; what it
     *     would have recorded must then not happen
     * @throws EntryOutOfOrderException when it is not the next of its producer
     * @throws IllegalArgumentException when it can never be recorded
     */
    long await();
}
