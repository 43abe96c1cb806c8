// SPDX-License-Identifier: GPL-3.0-or-later
/** Strict encodings of the log, and the error of what is malformed. */
@NullMarked
package org.perimeter.policy.tlog.encoding;

import org.jspecify.annotations.NullMarked;
