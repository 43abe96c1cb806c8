// SPDX-License-Identifier: GPL-3.0-or-later
/** The commands of the command line, one class each; work is done elsewhere. */
@NullMarked
package org.perimeter.launcher.command;

import org.jspecify.annotations.NullMarked;
