// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.source;

import org.jspecify.annotations.Nullable;

/**
 * One step of a split inside its reader: an item to emit, or the cursor that is safe once all items
 * before it were emitted.
 */
record PolledItem<T>(@Nullable T item, @Nullable String cursor) {}
