// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Scores exercises that were played without a clock, many of them together, by kind of post and
 * with intervals.
 */
@NullMarked
package org.perimeter.connectors.exercise.score;

import org.jspecify.annotations.NullMarked;
