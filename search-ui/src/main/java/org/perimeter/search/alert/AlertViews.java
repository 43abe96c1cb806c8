// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.alert;

import org.perimeter.connectors.spi.store.DispositionStore;
import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.alert.AlertVerdict;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shows alerts together with what analysts made of them. */
public final class AlertViews {

    private static final int MOST = 1_000;

    private final DispositionStore dispositions;

    public AlertViews(DispositionStore dispositions) {
        this.dispositions = dispositions;
    }

    /** In the same order. */
    public List<AlertView> of(List<Alert> alerts) {
        Map<String, AlertVerdict> verdicts = new HashMap<>();
        alerts.stream()
                .map(Alert::incidentId)
                .distinct()
                .flatMap(incident -> dispositions.list(incident, MOST).stream())
                .forEach(each -> verdicts.put(each.alertId(), each.verdict()));
        return alerts.stream().map(alert -> AlertView.of(alert, verdicts.get(alert.id()))).toList();
    }
}
