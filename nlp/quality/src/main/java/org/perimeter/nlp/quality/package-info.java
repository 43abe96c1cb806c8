// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Measures how good the analysis is: corpora in their published formats are read from a folder of
 * the user's, run through the public entry of this module, and scored. Nothing that ships depends
 * on it, save the rule of what is held out ({@code .split}), which training and scoring share.
 */
@NullMarked
package org.perimeter.nlp.quality;

import org.jspecify.annotations.NullMarked;
