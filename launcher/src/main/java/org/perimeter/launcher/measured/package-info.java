// SPDX-License-Identifier: GPL-3.0-or-later
/** What measurements of a whole deployment share: a platform on loopback and one incident. */
@NullMarked
package org.perimeter.launcher.measured;

import org.jspecify.annotations.NullMarked;
