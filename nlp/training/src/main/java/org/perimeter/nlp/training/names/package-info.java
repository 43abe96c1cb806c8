// SPDX-License-Identifier: GPL-3.0-or-later
/** Trains the models of names from corpora with marked names. */
@NullMarked
package org.perimeter.nlp.training.names;

import org.jspecify.annotations.NullMarked;
