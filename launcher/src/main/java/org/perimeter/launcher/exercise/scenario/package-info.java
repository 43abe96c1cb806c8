// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * What happens in the exercise: hand-written scenario packs with ground truth, an ordinary stream
 * around them, and the writer that lays both on a timeline of ActivityStreams objects. The ground
 * truth never enters a process of the pipeline.
 */
@NullMarked
package org.perimeter.launcher.exercise.scenario;

import org.jspecify.annotations.NullMarked;
