// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Every decision of the house, one class a question; each method that applies a control names it.
 */
@NullMarked
package org.perimeter.policy.rules;

import org.jspecify.annotations.NullMarked;
