// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The way of a post through the decisions of all stations, in one thread and plain memory: the same
 * classes that the graph's stations call, in the same order.
 */
@NullMarked
package org.perimeter.jobs.passage;

import org.jspecify.annotations.NullMarked;
