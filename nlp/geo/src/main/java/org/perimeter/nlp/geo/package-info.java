// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Makes the folder of a jurisdiction (streets, landmarks, districts, water, addresses) out of an
 * OpenStreetMap extract. Its data stay under the ODbL, in files of their own with attribution.
 */
@NullMarked
package org.perimeter.nlp.geo;

import org.jspecify.annotations.NullMarked;
