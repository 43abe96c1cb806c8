// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Formats of incidents: GeoJSON in, incidents or named problems out. Formats state; the rules of
 * {@code policy} decide.
 */
@NullMarked
package org.perimeter.connectors.incidents;

import org.jspecify.annotations.NullMarked;
