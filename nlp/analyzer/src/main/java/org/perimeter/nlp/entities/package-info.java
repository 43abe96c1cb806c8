// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Names of persons, organisations and locations by conditional random fields: the features of a
 * post, the weights that CoreNLP's trainer gave them, and a decoder that needs no strings. Knows
 * nothing of CoreNLP itself.
 */
@NullMarked
package org.perimeter.nlp.entities;

import org.jspecify.annotations.NullMarked;
