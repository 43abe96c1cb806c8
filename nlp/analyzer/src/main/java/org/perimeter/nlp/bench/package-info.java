// SPDX-License-Identifier: GPL-3.0-or-later
/** What the analysis costs, measured against CoreNLP itself. */
@NullMarked
package org.perimeter.nlp.bench;

import org.jspecify.annotations.NullMarked;
