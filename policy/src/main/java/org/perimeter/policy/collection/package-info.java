// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The gates that every post passes and what they do to it: the collection gate before analysis, the
 * admission gate after it, the redactor, and the assembly of what may be stored. Pure functions;
 * whatever goes wrong inside a gate drops the post.
 */
@NullMarked
package org.perimeter.policy.collection;

import org.jspecify.annotations.NullMarked;
