// SPDX-License-Identifier: GPL-3.0-or-later
/** Measures of the innermost room: geofence look-ups against an exact oracle. */
@NullMarked
package org.perimeter.connectors.exercise.bench;

import org.jspecify.annotations.NullMarked;
