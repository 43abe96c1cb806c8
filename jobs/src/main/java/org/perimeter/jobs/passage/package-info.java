// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The way of a post through the stations between the door and the incidents, as one operator: the
 * order of the stations is {@link org.perimeter.jobs.passage.Passage#take}, what Flink adds is
 * {@link org.perimeter.jobs.passage.PassageFunction}.
 */
@NullMarked
package org.perimeter.jobs.passage;

import org.jspecify.annotations.NullMarked;
