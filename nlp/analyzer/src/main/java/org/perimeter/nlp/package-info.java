// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The text station: what one post says, as a value. Read {@link org.perimeter.nlp.PostAnalyzer}
 * first.
 */
@NullMarked
package org.perimeter.nlp;

import org.jspecify.annotations.NullMarked;
