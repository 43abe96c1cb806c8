// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.perimeter.nlp.quality.metric.Interval;

/** Writes a finding as JSON; figures are rounded to four places, undefined ones are null. */
final class FindingJson {

    private static final double PLACES = 10_000;

    private FindingJson() {}

    static void write(Finding finding, ObjectNode out) {
        out.put("measure", finding.measure());
        out.put("group", finding.group());
        put(out, "value", finding.value(), finding.interval());
        out.put("wrong", finding.rate().wrong());
        out.put("cases", finding.rate().cases());
        ErrorRate best = finding.best();
        if (best != null) {
            put(out, "rate", finding.rate().value(), finding.rate().interval());
            put(
                    out,
                    "difference",
                    finding.rate().value() - best.value(),
                    finding.rate().differenceInterval(best));
        }
        out.put("gate", finding.verdict().name());
        if (!finding.reason().isEmpty()) {
            out.put("reason", finding.reason());
        }
    }

    private static void put(ObjectNode out, String name, double value, Interval interval) {
        put(out, name, value);
        put(out, name + "Low", interval.low());
        put(out, name + "High", interval.high());
    }

    private static void put(ObjectNode out, String name, double value) {
        if (Double.isFinite(value)) {
            out.put(name, Math.round(PLACES * value) / PLACES);
        } else {
            out.putNull(name);
        }
    }
}
