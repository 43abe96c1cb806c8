// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.row;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.quality.metric.Interval;
import org.perimeter.nlp.quality.metric.ScoreTally;
import org.perimeter.nlp.quality.metric.Statistic;

/**
 * One measured figure.
 *
 * @param name what it is, such as {@code LOCATION.f1}
 * @param value the figure; NaN when it is not defined
 * @param interval its 95 % interval
 * @param baseline the same figure of the row's baseline on the same posts; null where it has none
 */
public record Figure(String name, double value, Interval interval, @Nullable Double baseline) {

    /** A figure of a tally with its bootstrap interval. */
    public static Figure of(String name, ScoreTally tally, Statistic statistic) {
        return new Figure(name, tally.value(statistic), tally.interval(statistic), null);
    }

    /** The same beside the figure of a baseline; without one when there is no baseline. */
    public Figure beside(@Nullable ScoreTally other, Statistic statistic) {
        return other == null ? this : new Figure(name, value, interval, other.value(statistic));
    }
}
