// SPDX-License-Identifier: GPL-3.0-or-later
/** The rulebook for people: explained in sentences, compared with another version. */
@NullMarked
package org.perimeter.policy.rulebook.reading;

import org.jspecify.annotations.NullMarked;
