// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.audit;

import org.perimeter.nlp.quality.metric.Interval;
import org.perimeter.nlp.quality.split.Part;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The audit in the documentation: per set and measure the worst group, and how many are how. */
final class AuditTable {

    private static final Comparator<Finding> WORST =
            Comparator.comparing(Finding::verdict)
                    .thenComparingDouble(finding -> finding.rate().value());

    private final List<String> lines = new ArrayList<>();

    AuditTable() {
        lines.add(
                "| set | part | measure | green, amber, red | worst | figure [95 %] | went wrong |"
                        + " why |");
        lines.add("|---|---|---|---|---|---|---|---|");
    }

    void add(String set, Part part, List<Finding> findings) {
        Map<String, List<Finding>> measures =
                findings.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Finding::measure, TreeMap::new, Collectors.toList()));
        measures.forEach(
                (measure, some) -> lines.add("| " + set + " | " + part.label() + line(some)));
    }

    List<String> lines() {
        return lines;
    }

    private static String line(List<Finding> some) {
        Finding worst = some.stream().max(WORST).orElseThrow();
        return " | "
                + String.join(
                        " | ",
                        worst.measure(),
                        count(some, GateVerdict.GREEN)
                                + ", "
                                + count(some, GateVerdict.AMBER)
                                + ", "
                                + count(some, GateVerdict.RED),
                        worst.group(),
                        figure(worst),
                        worst.rate().wrong() + " of " + worst.rate().cases(),
                        worst.reason())
                + " |";
    }

    private static long count(List<Finding> some, GateVerdict verdict) {
        return some.stream().filter(finding -> finding.verdict() == verdict).count();
    }

    private static String figure(Finding finding) {
        Interval interval = finding.interval();
        if (Double.isNaN(finding.value())) {
            return "–";
        }
        return Double.isNaN(interval.low())
                ? number(finding.value())
                : number(finding.value())
                        + " ["
                        + number(interval.low())
                        + ", "
                        + number(interval.high())
                        + "]";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
