// SPDX-License-Identifier: GPL-3.0-or-later
/** Looks through what a deployment has stored for what names people. */
@NullMarked
package org.perimeter.launcher.leak;

import org.jspecify.annotations.NullMarked;
