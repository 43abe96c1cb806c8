// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Which rulebook is in force: read from its folder, verified, recorded in the ledger and handed to
 * the other processes through the store.
 */
@NullMarked
package org.perimeter.search.rulebook;

import org.jspecify.annotations.NullMarked;
