// SPDX-License-Identifier: GPL-3.0-or-later
/** CoreNLP's stock model in our own form, read without its classes. */
@NullMarked
package org.perimeter.nlp.entities.stock;

import org.jspecify.annotations.NullMarked;
