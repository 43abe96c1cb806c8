// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Watches a deployment from outside while the exercise runs and scores what it did against the
 * ground truth. It reads the store and the key folder and is reachable from no process of the
 * pipeline.
 */
@NullMarked
package org.perimeter.launcher.exercise.judge;

import org.jspecify.annotations.NullMarked;
