// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Makes the models that this module ships from corpora that the user points at. Runs from the
 * command line only; nothing of it is needed to analyse posts.
 */
@NullMarked
package org.perimeter.nlp.train;

import org.jspecify.annotations.NullMarked;
