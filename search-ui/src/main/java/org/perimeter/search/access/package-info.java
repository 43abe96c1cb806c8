// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Who may do what, and the record of it: every request for content passes the access decision
 * point, and every answer or refusal is in the ledger before it leaves.
 */
@NullMarked
package org.perimeter.search.access;

import org.jspecify.annotations.NullMarked;
