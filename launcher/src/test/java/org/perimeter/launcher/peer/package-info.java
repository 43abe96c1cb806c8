// SPDX-License-Identifier: GPL-3.0-or-later
/** Tests of the whole against official servers that nobody here wrote; see CONTRIBUTING.md. */
@NullMarked
package org.perimeter.launcher.peer;

import org.jspecify.annotations.NullMarked;
