// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The last station: hands admitted posts, alerts and dead letters to the store ports, again and
 * again until they are in, in order, and never drops one silently.
 */
@NullMarked
package org.perimeter.jobs.sink;

import org.jspecify.annotations.NullMarked;
