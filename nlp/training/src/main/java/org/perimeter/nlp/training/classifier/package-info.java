// SPDX-License-Identifier: GPL-3.0-or-later
/** Trains the two classifiers of threats and of relevance from corpora and invented posts. */
@NullMarked
package org.perimeter.nlp.training.classifier;

import org.jspecify.annotations.NullMarked;
