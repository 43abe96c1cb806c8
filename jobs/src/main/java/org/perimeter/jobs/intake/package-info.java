// SPDX-License-Identifier: GPL-3.0-or-later
/** Brings incidents from feeds into the incident store, beside the graph. */
@NullMarked
package org.perimeter.jobs.intake;

import org.jspecify.annotations.NullMarked;
