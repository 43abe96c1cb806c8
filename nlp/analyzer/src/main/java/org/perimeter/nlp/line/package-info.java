// SPDX-License-Identifier: GPL-3.0-or-later
/** The fixed line format of the {@code analyze} command: one JSON object in, one out. */
@NullMarked
package org.perimeter.nlp.line;

import org.jspecify.annotations.NullMarked;
