// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.ledger;

import org.perimeter.policy.ledger.Ledger;

import java.io.IOException;

/** Opens the ledger, at the start and again after a failed write. */
@FunctionalInterface
public interface LedgerOpener {

    /**
     * Opens it for writing.
     *
     * @throws IOException when it is damaged, held by another writer, or cannot be written
     */
    Ledger open() throws IOException;

    /**
     * Says no when somebody else may write by now; asked before each group.
     *
     * @throws IOException when the right to write is gone
     */
    default void requireRight() throws IOException {}
}
