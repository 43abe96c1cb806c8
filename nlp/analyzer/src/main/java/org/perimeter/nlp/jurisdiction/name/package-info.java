// SPDX-License-Identifier: GPL-3.0-or-later
/** Words of local names, and finding them in a post: spelling, short forms, acronyms. */
@NullMarked
package org.perimeter.nlp.jurisdiction.name;

import org.jspecify.annotations.NullMarked;
