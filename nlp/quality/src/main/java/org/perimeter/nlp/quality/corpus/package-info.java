// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Readers of public corpora in their published formats, one class a format. They read from where
 * the user keeps them; nothing of a corpus is part of this project.
 */
@NullMarked
package org.perimeter.nlp.quality.corpus;

import org.jspecify.annotations.NullMarked;
