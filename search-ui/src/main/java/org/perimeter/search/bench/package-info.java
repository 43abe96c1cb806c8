// SPDX-License-Identifier: GPL-3.0-or-later
/** Measures the ledger as the console uses it. */
@NullMarked
package org.perimeter.search.bench;

import org.jspecify.annotations.NullMarked;
