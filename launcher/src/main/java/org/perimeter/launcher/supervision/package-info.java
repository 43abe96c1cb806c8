// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Keeps the children of a deployment alive: what ends by itself is started again, ever more slowly,
 * and that it was away is told to people and to the ledger.
 */
@NullMarked
package org.perimeter.launcher.supervision;

import org.jspecify.annotations.NullMarked;
