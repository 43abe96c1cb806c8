// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Trains the classifiers of threat language and of relevance from public corpora whose licence
 * allows it; never part of a running system.
 */
@NullMarked
package org.perimeter.nlp.classifier.train;

import org.jspecify.annotations.NullMarked;
