// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.stream;

import org.perimeter.policy.model.alert.Alert;

import java.util.List;
import java.util.Map;

/** What the ledger is told of alerts that were shown. */
final class AlertDetails {

    private AlertDetails() {}

    /**
     * @param incidentId whose alerts were asked for; empty for those of all incidents
     */
    static Map<String, Object> of(String incidentId, List<Alert> shown) {
        return Map.of(
                "incident",
                incidentId,
                "live",
                true,
                "count",
                shown.size(),
                "ids",
                shown.stream().map(Alert::id).toList());
    }
}
