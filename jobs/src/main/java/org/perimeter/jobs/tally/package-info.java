// SPDX-License-Identifier: GPL-3.0-or-later
/** Running counts of what the stations decided, on their way to the report. */
@NullMarked
package org.perimeter.jobs.tally;

import org.jspecify.annotations.NullMarked;
