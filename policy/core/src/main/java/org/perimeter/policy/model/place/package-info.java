// SPDX-License-Identifier: GPL-3.0-or-later
/** Points, fences, and places that posts mention. */
@NullMarked
package org.perimeter.policy.model.place;

import org.jspecify.annotations.NullMarked;
