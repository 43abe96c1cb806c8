// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Trains the close reading: from its posts to the graph, the heads and the card that are shipped.
 */
@NullMarked
package org.perimeter.nlp.training.reader;

import org.jspecify.annotations.NullMarked;
