// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The only package that sees CoreNLP: its stock model, its classifier as the measure for ours, and
 * what its trainer needs.
 */
@NullMarked
package org.perimeter.nlp.corenlp;

import org.jspecify.annotations.NullMarked;
