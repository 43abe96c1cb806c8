// SPDX-License-Identifier: GPL-3.0-or-later
/** Public corpora in; the models that the analyzer ships out. */
@NullMarked
package org.perimeter.nlp.training;

import org.jspecify.annotations.NullMarked;
