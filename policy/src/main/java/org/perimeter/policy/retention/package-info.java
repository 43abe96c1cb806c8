// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * How long things may rest: classes, the day by which an item must be gone, and what is due. Each
 * day is fixed when the item is written, so that no later change of mind can prolong it.
 */
@NullMarked
package org.perimeter.policy.retention;

import org.jspecify.annotations.NullMarked;
