// SPDX-License-Identifier: GPL-3.0-or-later
/** The store ports in memory, for tests; held to the same contracts as the real store. */
@NullMarked
package org.perimeter.connectors.testkit.store.memory;

import org.jspecify.annotations.NullMarked;
