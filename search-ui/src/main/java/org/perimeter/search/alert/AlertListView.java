// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.alert;

import java.util.List;

/**
 * Several alerts.
 *
 * @param items newest change first
 * @param auditLeaf index of this reading in the ledger
 */
public record AlertListView(List<AlertView> items, long auditLeaf) {

    public AlertListView {
        items = List.copyOf(items);
    }
}
