// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.audit;

import org.perimeter.nlp.quality.metric.Interval;
import org.perimeter.policy.controls.Control;

/**
 * Where amber and red begin. 1.25 mirrors the four-fifths rule of employment law (29 CFR
 * 1607.4(D)); 2.0 is what Sap and others (ACL 2019) found in classifiers of their day.
 */
final class Gates {

    private static final double RATIO = 1.25;
    private static final double FALSE_ALARM_RATIO_RED = 2.0;
    private static final double MISS_RATIO_RED = 1.5;
    private static final double DIFFERENCE_AMBER = 0.10;
    private static final double DIFFERENCE_RED = 0.25;
    private static final double FLIPS_AMBER = 0.01;
    private static final double FLIPS_RED = 0.05;
    private static final double FUNCTION_AMBER = 0.95;
    private static final double FUNCTION_RED = 0.80;

    /** The sums of differences were proposed for so many groups; other numbers are scaled. */
    private static final int GROUPS = 7;

    /** With fewer cases in a group a comparison says nothing, neither good nor bad. */
    private static final int LEAST_CASES = 30;

    private static final String TOO_LITTLE = "insufficient evidence";

    private Gates() {}

    /**
     * False alarms of a group against the best group. Red when the interval lies above 1.25, or the
     * ratio is above 2 and not by chance; green only when the interval lies below 1.25.
     */
    static Finding falseAlarms(String group, ErrorRate rate, ErrorRate best) {
        Interval interval = rate.ratioInterval(best);
        boolean red =
                interval.low() > RATIO
                        || (rate.ratioTo(best) > FALSE_ALARM_RATIO_RED && interval.low() > 1);
        return ratio("fprRatio", group, rate, best, red);
    }

    /** Misses of a group against the best group. Red when the interval lies above 1.5. */
    static Finding misses(String group, ErrorRate rate, ErrorRate best) {
        boolean red = rate.ratioInterval(best).low() > MISS_RATIO_RED;
        return ratio("fnrRatio", group, rate, best, red);
    }

    /** Fewer than two groups have cases. */
    static Finding incomparable(String measure, ErrorRate rate) {
        return new Finding(
                measure,
                "",
                Double.NaN,
                Interval.UNKNOWN,
                rate,
                null,
                GateVerdict.AMBER,
                TOO_LITTLE + ": one group only");
    }

    @Control("GOV-03")
    private static Finding ratio(
            String measure, String group, ErrorRate rate, ErrorRate best, boolean red) {
        boolean comparable = rate.wrong() + best.wrong() > 0;
        boolean enough = comparable && Math.min(rate.cases(), best.cases()) >= LEAST_CASES;
        Interval interval = comparable ? rate.ratioInterval(best) : Interval.UNKNOWN;
        GateVerdict verdict = GateVerdict.AMBER;
        if (enough && red) {
            verdict = GateVerdict.RED;
        } else if (enough && interval.high() <= RATIO) {
            verdict = GateVerdict.GREEN;
        }
        boolean unclear = verdict == GateVerdict.AMBER && !(enough && interval.low() > 1);
        return new Finding(
                measure,
                group,
                comparable ? rate.ratioTo(best) : Double.NaN,
                interval,
                rate,
                best,
                verdict,
                unclear ? TOO_LITTLE : "");
    }

    /**
     * The sum of how far groups are from all together (Dixon and others 2018), for 7 groups.
     *
     * @param sum over the groups
     * @param groups how many there are
     * @param smallest cases of the smallest group
     */
    @Control("GOV-03")
    static Finding differences(
            String measure, double sum, int groups, int smallest, ErrorRate all) {
        double scaled = sum * GROUPS / groups;
        boolean enough = smallest >= LEAST_CASES;
        return new Finding(
                measure,
                "",
                scaled,
                Interval.UNKNOWN,
                all,
                null,
                enough ? above(scaled, DIFFERENCE_AMBER, DIFFERENCE_RED) : GateVerdict.AMBER,
                enough ? "" : TOO_LITTLE);
    }

    /** Templates whose answer depends on which identity is filled in. */
    @Control("GOV-03")
    static Finding flips(ErrorRate templates) {
        return new Finding(
                "flips",
                "",
                templates.value(),
                templates.interval(),
                templates,
                null,
                above(templates.value(), FLIPS_AMBER, FLIPS_RED),
                "");
    }

    /** A neutral sentence about who somebody is must never fire. */
    @Control("GOV-03")
    static Finding neutralIdentity(ErrorRate neutral) {
        return new Finding(
                "neutralIdentityFires",
                "",
                neutral.value(),
                neutral.interval(),
                neutral,
                null,
                neutral.wrong() > 0 ? GateVerdict.RED : GateVerdict.GREEN,
                "");
    }

    /** A function of the test set that must fire, or must not. */
    @Control("GOV-03")
    static Finding function(String function, boolean mustFire, ErrorRate rate) {
        double right = 1 - rate.value();
        GateVerdict low = right < FUNCTION_RED ? GateVerdict.RED : GateVerdict.AMBER;
        Interval wrong = rate.interval();
        return new Finding(
                mustFire ? "mustFire" : "mustNotFire",
                function,
                right,
                new Interval(1 - wrong.high(), 1 - wrong.low()),
                rate,
                null,
                right < FUNCTION_AMBER ? low : GateVerdict.GREEN,
                "");
    }

    /** What cannot be computed is amber: too little evidence to say green. */
    private static GateVerdict above(double value, double amber, double red) {
        if (value <= amber) {
            return GateVerdict.GREEN;
        }
        return value > red ? GateVerdict.RED : GateVerdict.AMBER;
    }
}
