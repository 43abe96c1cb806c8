// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.torch;

import org.perimeter.nlp.close.pieces.Pieces;
import org.perimeter.nlp.training.reader.data.Labels;

/**
 * An example as training sees it.
 *
 * @param pieces of the post, or of an incident and the post
 * @param labels what is known of it
 * @param weight how much it counts
 */
public record LabelledPieces(Pieces pieces, Labels labels, float weight) {}
