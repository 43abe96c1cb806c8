// SPDX-License-Identifier: GPL-3.0-or-later
/** What the close reading learns from: posts by many hands, packs, corpora, and their labels. */
@NullMarked
package org.perimeter.nlp.training.reader.data;

import org.jspecify.annotations.NullMarked;
