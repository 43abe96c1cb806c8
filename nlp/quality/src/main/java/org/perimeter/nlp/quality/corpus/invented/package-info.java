// SPDX-License-Identifier: GPL-3.0-or-later
/** Corpora that were invented for this project and ship with it. */
@NullMarked
package org.perimeter.nlp.quality.corpus.invented;

import org.jspecify.annotations.NullMarked;
