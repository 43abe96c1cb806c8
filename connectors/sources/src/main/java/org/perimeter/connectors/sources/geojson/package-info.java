// SPDX-License-Identifier: GPL-3.0-or-later
/** Incidents from a GeoJSON file that a dispatch system, or a person, writes. */
@NullMarked
package org.perimeter.connectors.sources.geojson;

import org.jspecify.annotations.NullMarked;
