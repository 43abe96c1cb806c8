// SPDX-License-Identifier: GPL-3.0-or-later
/** The side paths that stations use beside their main output. */
@NullMarked
package org.perimeter.jobs.side;

import org.jspecify.annotations.NullMarked;
