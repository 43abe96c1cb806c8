// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The collection gate: without a signed rulebook in force, a live incident (or the rewind), an
 * approved source and a drained ledger, nothing goes on from here.
 */
@NullMarked
package org.perimeter.jobs.collect;

import org.jspecify.annotations.NullMarked;
