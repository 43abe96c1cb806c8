// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Incidents as people and dispatch systems bring them: opened and changed by GeoJSON push, closed
 * by hand, listed. Jobs reads them from the store; nothing is said to it directly.
 */
@NullMarked
package org.perimeter.search.incident;

import org.jspecify.annotations.NullMarked;
