// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Compares what was kept, located and alerted with the truth of the exercise, which no part of the
 * pipeline reads.
 */
@NullMarked
package org.perimeter.connectors.exercise.judge;

import org.jspecify.annotations.NullMarked;
