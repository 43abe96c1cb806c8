// SPDX-License-Identifier: GPL-3.0-or-later
/** Streets of the jurisdiction and their mentions. */
@NullMarked
package org.perimeter.nlp.jurisdiction.street;

import org.jspecify.annotations.NullMarked;
