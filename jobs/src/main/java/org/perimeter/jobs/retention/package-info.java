// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Sees to it that nothing rests longer than its rule allows: a plain loop beside the graph, because
 * it must go on when the graph does not.
 */
@NullMarked
package org.perimeter.jobs.retention;

import org.jspecify.annotations.NullMarked;
