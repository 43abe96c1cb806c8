// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The only package that sees CoreNLP, and the only place where its labels become entity types of
 * this house; all labels without such a type end here.
 */
@NullMarked
package org.perimeter.nlp.corenlp;

import org.jspecify.annotations.NullMarked;
