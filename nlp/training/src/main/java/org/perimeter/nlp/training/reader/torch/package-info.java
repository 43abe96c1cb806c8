// SPDX-License-Identifier: GPL-3.0-or-later
/** The encoder and its training on DJL's PyTorch engine; the only place that knows libtorch. */
@NullMarked
package org.perimeter.nlp.training.reader.torch;

import org.jspecify.annotations.NullMarked;
