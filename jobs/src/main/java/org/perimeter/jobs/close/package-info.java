// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The close reading as a station: after the fence, before the admission gate, post and incident
 * together.
 */
@NullMarked
package org.perimeter.jobs.close;

import org.jspecify.annotations.NullMarked;
