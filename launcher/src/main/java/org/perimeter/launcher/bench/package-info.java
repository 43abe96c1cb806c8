// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Measurements of the processes together: the search as an analyst has it, and the way of a post
 * from its source to the page.
 */
@NullMarked
package org.perimeter.launcher.bench;

import org.jspecify.annotations.NullMarked;
