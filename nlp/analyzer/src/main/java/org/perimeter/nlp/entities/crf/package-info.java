// SPDX-License-Identifier: GPL-3.0-or-later
/** Linear-chain models of names: weights by hashed features, and the exact best path. */
@NullMarked
package org.perimeter.nlp.entities.crf;

import org.jspecify.annotations.NullMarked;
