// SPDX-License-Identifier: GPL-3.0-or-later
/** What others do with the same posts, called in the same run. */
@NullMarked
package org.perimeter.nlp.quality.baseline;

import org.jspecify.annotations.NullMarked;
