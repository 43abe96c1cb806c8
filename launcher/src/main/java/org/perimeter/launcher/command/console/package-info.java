// SPDX-License-Identifier: GPL-3.0-or-later
/** The commands that ask a running console. */
@NullMarked
package org.perimeter.launcher.command.console;

import org.jspecify.annotations.NullMarked;
