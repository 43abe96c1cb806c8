// SPDX-License-Identifier: GPL-3.0-or-later
/** What is known of a single word: shape, capitals, classes, lists of names. */
@NullMarked
package org.perimeter.nlp.entities.word;

import org.jspecify.annotations.NullMarked;
