// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * An invented city, the same for the same seed: streets, landmarks, districts, and where each
 * really lies.
 */
@NullMarked
package org.perimeter.connectors.exercise.city;

import org.jspecify.annotations.NullMarked;
