// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.search;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One page of a search.
 *
 * @param items newest first
 * @param next give it as {@code after} to get the following page; absent on the last
 * @param total how many posts meet the search
 * @param auditLeaf index of this search in the ledger
 */
public record PostPageView(
        List<PostView> items, @Nullable String next, long total, long auditLeaf) {

    public PostPageView {
        items = List.copyOf(items);
    }
}
