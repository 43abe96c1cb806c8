// SPDX-License-Identifier: GPL-3.0-or-later
/** Serves captured network events again, as the network would. */
@NullMarked
package org.perimeter.connectors.exercise.capture;

import org.jspecify.annotations.NullMarked;
