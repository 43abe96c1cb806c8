// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * First look at a text: cut to its limits, tokenised once for everybody, and asked whether the
 * costliest model can matter for it at all.
 */
@NullMarked
package org.perimeter.nlp.triage;

import org.jspecify.annotations.NullMarked;
