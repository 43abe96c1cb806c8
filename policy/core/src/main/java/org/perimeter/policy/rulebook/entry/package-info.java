// SPDX-License-Identifier: GPL-3.0-or-later
/** What a rulebook consists of: rules with their bounds, and the entries of the source register. */
@NullMarked
package org.perimeter.policy.rulebook.entry;

import org.jspecify.annotations.NullMarked;
