// SPDX-License-Identifier: GPL-3.0-or-later
/** Packs of posts around incidents in a town, and whether their places are understood. */
@NullMarked
package org.perimeter.nlp.quality.pack;

import org.jspecify.annotations.NullMarked;
