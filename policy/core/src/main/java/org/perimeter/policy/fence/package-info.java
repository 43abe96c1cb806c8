// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Fences on the earth's surface: whether a shape is a lawful fence, whether a point lies inside,
 * and which of many fences hold a point. Validity and oddly shaped areas are JTS's work; the test
 * of a point is our own, because every post passes it.
 */
@NullMarked
package org.perimeter.policy.fence;

import org.jspecify.annotations.NullMarked;
