// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The one writer of the audit ledger and its public face.
 *
 * <p>{@link org.perimeter.search.ledger.LedgerSequencer} owns the ledger and commits in groups;
 * {@link org.perimeter.search.ledger.InboxDrain} brings it what the jobs handed in; {@link
 * org.perimeter.search.ledger.LedgerRoutes} serves checkpoint, tiles and receipts.
 */
@NullMarked
package org.perimeter.search.ledger;

import org.jspecify.annotations.NullMarked;
