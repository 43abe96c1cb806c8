// SPDX-License-Identifier: GPL-3.0-or-later
/** What the analyzer found in a text. */
@NullMarked
package org.perimeter.policy.model.reading;

import org.jspecify.annotations.NullMarked;
