// SPDX-License-Identifier: GPL-3.0-or-later
/** Builds the gazetteer that the analyzer ships, from public lists of places. */
@NullMarked
package org.perimeter.nlp.geo.gazetteer;

import org.jspecify.annotations.NullMarked;
