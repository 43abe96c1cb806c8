// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store.memory;

import org.perimeter.connectors.spi.store.DispositionStore;
import org.perimeter.policy.model.alert.AlertDisposition;
import org.perimeter.policy.model.alert.AlertVerdict;
import org.perimeter.policy.model.alert.RulePrecision;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Dispositions in memory. */
public final class InMemoryDispositionStore implements DispositionStore {

    private final Map<String, AlertDisposition> kept = new ConcurrentHashMap<>();
    private final WriteFaults faults = new WriteFaults();

    /** Faults to inject into every call while down. */
    public WriteFaults faults() {
        return faults;
    }

    @Override
    public void put(AlertDisposition disposition) {
        faults.check();
        kept.put(disposition.alertId(), disposition);
    }

    @Override
    public List<AlertDisposition> list(String incidentId, int limit) {
        faults.check();
        return kept.values().stream()
                .filter(each -> each.incidentId().equals(incidentId))
                .sorted(Comparator.comparing(AlertDisposition::at).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public Map<String, RulePrecision> precisions() {
        faults.check();
        Map<String, RulePrecision> all = new TreeMap<>();
        for (AlertDisposition each : kept.values()) {
            long useful = each.verdict() == AlertVerdict.USEFUL ? 1 : 0;
            all.merge(each.rule(), new RulePrecision(useful, 1), RulePrecision::plus);
        }
        return all;
    }
}
