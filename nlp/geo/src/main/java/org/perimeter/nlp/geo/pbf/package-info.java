// SPDX-License-Identifier: GPL-3.0-or-later
/** Reads OpenStreetMap's PBF files. */
@NullMarked
package org.perimeter.nlp.geo.pbf;

import org.jspecify.annotations.NullMarked;
