// SPDX-License-Identifier: GPL-3.0-or-later
/** Plays exercises through the passage, without a clock, a store or a console, and scores them. */
@NullMarked
package org.perimeter.jobs.exercise;

import org.jspecify.annotations.NullMarked;
