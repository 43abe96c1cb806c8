// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.store;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One page of an ordered result.
 *
 * @param items in order
 * @param next opaque token for the following page; null on the last
 * @param total how many there are in all, as far as the store knows cheaply
 */
public record Page<T>(List<T> items, @Nullable String next, long total) {

    public Page {
        items = List.copyOf(items);
    }
}
