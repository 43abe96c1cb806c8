// SPDX-License-Identifier: GPL-3.0-or-later
/** Calibration and thresholds of the close reading, on posts that it was not trained on. */
@NullMarked
package org.perimeter.nlp.training.reader.fit;

import org.jspecify.annotations.NullMarked;
