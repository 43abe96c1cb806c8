// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Live data for the page: what changed in the stores since the last look, as server-sent events.
 * Posts leave only for a stated purpose, and each of them is in the ledger first.
 */
@NullMarked
package org.perimeter.search.stream;

import org.jspecify.annotations.NullMarked;
