// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The rows of the measurement: each reads one corpus, runs its posts through the public entry of
 * the module and says how good the answers are, beside what there is to reach.
 */
@NullMarked
package org.perimeter.nlp.quality.row;

import org.jspecify.annotations.NullMarked;
