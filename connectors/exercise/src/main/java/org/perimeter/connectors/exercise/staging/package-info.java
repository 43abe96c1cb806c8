// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Makes an exercise of a script: ordinary posts around its packs and, by a seed, other times,
 * authors and ways to say a place.
 */
@NullMarked
package org.perimeter.connectors.exercise.staging;

import org.jspecify.annotations.NullMarked;
