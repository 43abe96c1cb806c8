// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The synthetic city of the exercise: a seeded generator and the writer of the jurisdiction folder
 * that a user would load for a real city. First station of the exercise; scenarios and judge refer
 * to its places by key.
 */
@NullMarked
package org.perimeter.launcher.exercise.city;

import org.jspecify.annotations.NullMarked;
