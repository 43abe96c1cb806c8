// SPDX-License-Identifier: GPL-3.0-or-later
/** ONNX files taken apart and put together again with other weights; no generated code. */
@NullMarked
package org.perimeter.nlp.training.reader.onnx;

import org.jspecify.annotations.NullMarked;
