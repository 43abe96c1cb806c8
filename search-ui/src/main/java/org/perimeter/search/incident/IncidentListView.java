// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.incident;

import java.util.List;

/**
 * Several incidents.
 *
 * @param items newest opening first
 */
public record IncidentListView(List<IncidentView> items) {

    public IncidentListView {
        items = List.copyOf(items);
    }
}
