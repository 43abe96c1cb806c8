// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Compares the groups of a test set: who is falsely flagged, and who is missed, more often. */
final class GroupAudit {

    /** Least wrong, and among equals the one with the most cases, which compares best. */
    private static final Comparator<Map.Entry<String, ErrorRate>> BEST =
            Comparator.comparingDouble((Map.Entry<String, ErrorRate> e) -> e.getValue().value())
                    .thenComparingInt(e -> -e.getValue().cases());

    private GroupAudit() {}

    /** The findings about all groups that have cases. */
    static List<Finding> of(List<AuditCase> cases) {
        List<Finding> findings = new ArrayList<>();
        rates(cases, one -> !one.shouldFire(), false, findings);
        rates(cases, AuditCase::shouldFire, true, findings);
        return findings;
    }

    private static void rates(
            List<AuditCase> cases,
            Predicate<AuditCase> kind,
            boolean misses,
            List<Finding> findings) {
        List<AuditCase> chosen = cases.stream().filter(kind).toList();
        Map<String, ErrorRate> rates = new TreeMap<>();
        chosen.stream()
                .collect(Collectors.groupingBy(AuditCase::group))
                .forEach((group, some) -> rates.put(group, ErrorRate.of(some)));
        if (rates.size() < 2) {
            if (!chosen.isEmpty()) {
                findings.add(
                        Gates.incomparable(misses ? "fnrRatio" : "fprRatio", ErrorRate.of(chosen)));
            }
            return;
        }
        ErrorRate all = ErrorRate.of(chosen);
        Map.Entry<String, ErrorRate> best = rates.entrySet().stream().min(BEST).orElseThrow();
        double sum = 0;
        for (Map.Entry<String, ErrorRate> entry : rates.entrySet()) {
            ErrorRate rate = entry.getValue();
            sum += Math.abs(all.value() - rate.value());
            if (!entry.getKey().equals(best.getKey())) {
                findings.add(
                        misses
                                ? Gates.misses(entry.getKey(), rate, best.getValue())
                                : Gates.falseAlarms(entry.getKey(), rate, best.getValue()));
            }
        }
        int smallest = rates.values().stream().mapToInt(ErrorRate::cases).min().orElse(0);
        findings.add(Gates.differences(misses ? "fned" : "fped", sum, rates.size(), smallest, all));
    }
}
