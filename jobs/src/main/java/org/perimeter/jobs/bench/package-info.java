// SPDX-License-Identifier: GPL-3.0-or-later
/** Measures the graph from source to sink, and what its stations cost. */
@NullMarked
package org.perimeter.jobs.bench;

import org.jspecify.annotations.NullMarked;
