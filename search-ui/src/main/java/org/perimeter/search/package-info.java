// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The console: one process that serves the API, opens incidents, searches and reports, and owns the
 * ledger's sequencer. Everything is put together by hand in {@link org.perimeter.search.Console}.
 */
@NullMarked
package org.perimeter.search;

import org.jspecify.annotations.NullMarked;
