// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The world's populated places, counties, states and countries by name, with coordinates, from
 * GeoNames (CC BY 4.0; see NOTICE beside the data). Names are found by a finite state transducer;
 * which of several places a name means is decided in {@code places}.
 */
@NullMarked
package org.perimeter.nlp.gazetteer;

import org.jspecify.annotations.NullMarked;
