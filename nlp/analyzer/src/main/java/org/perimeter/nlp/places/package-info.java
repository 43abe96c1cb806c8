// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Decides which places a post states: filters the names that gazetteer and jurisdictions find,
 * chooses among places of one name, and says how finely and how surely each is known. Nothing is
 * better than a guess.
 */
@NullMarked
package org.perimeter.nlp.places;

import org.jspecify.annotations.NullMarked;
