// SPDX-License-Identifier: GPL-3.0-or-later
/** Whether the system may collect now, and why not when it may not. */
@NullMarked
package org.perimeter.search.status;

import org.jspecify.annotations.NullMarked;
