// SPDX-License-Identifier: GPL-3.0-or-later
/** What the close reading sees of a text: normalised, masked, and cut into BERT's word pieces. */
@NullMarked
package org.perimeter.nlp.close.pieces;

import org.jspecify.annotations.NullMarked;
