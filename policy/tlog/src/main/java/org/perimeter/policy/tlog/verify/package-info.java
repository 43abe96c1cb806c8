// SPDX-License-Identifier: GPL-3.0-or-later
/** Verifies a whole log as an outsider would. */
@NullMarked
package org.perimeter.policy.tlog.verify;

import org.jspecify.annotations.NullMarked;
