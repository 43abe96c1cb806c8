// SPDX-License-Identifier: GPL-3.0-or-later
/** Counts, rates and their uncertainty; knows neither corpora nor the analyzer. */
@NullMarked
package org.perimeter.nlp.quality.metric;

import org.jspecify.annotations.NullMarked;
