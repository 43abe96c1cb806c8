// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Kills processes of a running deployment under load, and holds what it did against the truth:
 * posts, entries of the log and alerts that are lost or doubled.
 */
@NullMarked
package org.perimeter.launcher.chaos;

import org.jspecify.annotations.NullMarked;
