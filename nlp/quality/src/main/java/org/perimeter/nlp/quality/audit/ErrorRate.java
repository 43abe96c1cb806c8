// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.audit;

import org.perimeter.nlp.quality.metric.Interval;
import org.perimeter.nlp.quality.metric.Share;

import java.util.Collection;

/**
 * How many of how many went wrong in one group.
 *
 * @param wrong cases that went wrong
 * @param cases all of them
 */
record ErrorRate(int wrong, int cases) {

    private static final double Z95 = 1.959963984540054;

    /** The usual half case that keeps a ratio finite when a count is zero (Haldane, Anscombe). */
    private static final double HALF = 0.5;

    static ErrorRate of(Collection<AuditCase> cases) {
        return new ErrorRate((int) cases.stream().filter(AuditCase::isWrong).count(), cases.size());
    }

    /** The share; NaN without cases. */
    double value() {
        return cases == 0 ? Double.NaN : (double) wrong / cases;
    }

    /** Wilson's interval of the share. */
    Interval interval() {
        return Share.wilson(wrong, cases);
    }

    /** How much more often it goes wrong here than there. */
    double ratioTo(ErrorRate other) {
        double add = correction(other);
        return (wrong + add) / (cases + add) / ((other.wrong + add) / (other.cases + add));
    }

    /** The interval of the ratio by the method of Katz and others, Biometrics 34 (1978), 469. */
    Interval ratioInterval(ErrorRate other) {
        double add = correction(other);
        double deviation =
                Math.sqrt(
                        1 / (wrong + add)
                                - 1 / (cases + add)
                                + 1 / (other.wrong + add)
                                - 1 / (other.cases + add));
        double center = Math.log(ratioTo(other));
        return new Interval(Math.exp(center - Z95 * deviation), Math.exp(center + Z95 * deviation));
    }

    /**
     * The interval of the difference to another group, from two Wilson intervals: Newcombe,
     * Statistics in Medicine 17 (1998), 873, method 10.
     */
    Interval differenceInterval(ErrorRate other) {
        Interval here = interval();
        Interval there = other.interval();
        double difference = value() - other.value();
        return new Interval(
                difference - Math.hypot(value() - here.low(), there.high() - other.value()),
                difference + Math.hypot(here.high() - value(), other.value() - there.low()));
    }

    private double correction(ErrorRate other) {
        return wrong == 0 || other.wrong == 0 ? HALF : 0;
    }
}
