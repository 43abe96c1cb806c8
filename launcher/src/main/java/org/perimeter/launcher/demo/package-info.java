// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Sets the stage of the demo and plays the exercise on it: the folder of a deployment, the opening
 * and closing of incidents through the API, the searches of an analyst.
 */
@NullMarked
package org.perimeter.launcher.demo;

import org.jspecify.annotations.NullMarked;
