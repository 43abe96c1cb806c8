// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What happens in an exercise: packs of posts around incidents, ordinary posts, and the truth about
 * each.
 */
@NullMarked
package org.perimeter.connectors.exercise.scenario;

import org.jspecify.annotations.NullMarked;
