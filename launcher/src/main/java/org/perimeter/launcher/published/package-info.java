// SPDX-License-Identifier: GPL-3.0-or-later
/** A published ledger as anybody reads it: from a folder or over the web. */
@NullMarked
package org.perimeter.launcher.published;

import org.jspecify.annotations.NullMarked;
