// SPDX-License-Identifier: GPL-3.0-or-later
/** How long the job waits before it tries again what did not work. */
@NullMarked
package org.perimeter.jobs.retry;

import org.jspecify.annotations.NullMarked;
