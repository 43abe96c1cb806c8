// SPDX-License-Identifier: GPL-3.0-or-later
/** Captured streams of real networks, served on a local socket as the networks serve them. */
@NullMarked
package org.perimeter.launcher.exercise.capture;

import org.jspecify.annotations.NullMarked;
