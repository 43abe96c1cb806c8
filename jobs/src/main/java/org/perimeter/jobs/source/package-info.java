// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Reads whatever is polled (post sources, the control documents in the store) as one generic Flink
 * source: one split per instance, and nothing but a cursor in its checkpoints.
 */
@NullMarked
package org.perimeter.jobs.source;

import org.jspecify.annotations.NullMarked;
