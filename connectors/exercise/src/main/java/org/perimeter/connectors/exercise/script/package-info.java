// SPDX-License-Identifier: GPL-3.0-or-later
/** Reads the script of an exercise from its tables and tells everything that is wrong with them. */
@NullMarked
package org.perimeter.connectors.exercise.script;

import org.jspecify.annotations.NullMarked;
