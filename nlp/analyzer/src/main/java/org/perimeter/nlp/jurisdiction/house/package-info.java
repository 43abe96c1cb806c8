// SPDX-License-Identifier: GPL-3.0-or-later
/** House numbers, read the same way in the map and in a post. */
@NullMarked
package org.perimeter.nlp.jurisdiction.house;

import org.jspecify.annotations.NullMarked;
