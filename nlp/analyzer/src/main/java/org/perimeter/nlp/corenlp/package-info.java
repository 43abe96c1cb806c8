// SPDX-License-Identifier: GPL-3.0-or-later
/** Where CoreNLP is: its stock model, and its trainer with what that needs. */
@NullMarked
package org.perimeter.nlp.corenlp;

import org.jspecify.annotations.NullMarked;
