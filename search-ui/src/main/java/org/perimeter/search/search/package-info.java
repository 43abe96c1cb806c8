// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Searches for posts inside one incident: for a stated purpose, under a case number, and in the
 * ledger before the results leave.
 */
@NullMarked
package org.perimeter.search.search;

import org.jspecify.annotations.NullMarked;
