// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What an oversight board reads: the report, computed from the stores and the ledger at the moment
 * it is asked for, and the dead letters.
 */
@NullMarked
package org.perimeter.search.oversight;

import org.jspecify.annotations.NullMarked;
