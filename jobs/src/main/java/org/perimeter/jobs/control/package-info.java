// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What governs the flow (live incidents, the rulebook, whether the ledger is drained, the time) as
 * a stream read from the store and broadcast to every gate.
 */
@NullMarked
package org.perimeter.jobs.control;

import org.jspecify.annotations.NullMarked;
