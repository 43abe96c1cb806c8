// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The processes of the house: what they are made of, how they start, say that they are ready, and
 * end with the launcher, however it ends.
 */
@NullMarked
package org.perimeter.launcher.process;

import org.jspecify.annotations.NullMarked;
