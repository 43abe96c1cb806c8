// SPDX-License-Identifier: GPL-3.0-or-later
/** The command line of Perimeter: it starts, watches and stops the processes of the house. */
@NullMarked
package org.perimeter.launcher;

import org.jspecify.annotations.NullMarked;
