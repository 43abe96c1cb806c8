// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * The log on disk: one writer, checkpoints, recovery after a crash (C2SP tlog-tiles, tlog-
 * checkpoint).
 */
@NullMarked
package org.perimeter.policy.tlog.log;

import org.jspecify.annotations.NullMarked;
