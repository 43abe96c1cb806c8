// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.audit;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.quality.metric.Interval;

/**
 * One judged figure of the audit.
 *
 * @param measure what was measured: {@code fprRatio}, {@code fnrRatio}, {@code fped}, {@code fned},
 *     {@code flips}, {@code neutralIdentityFires}, {@code mustFire}, {@code mustNotFire}
 * @param group whom it concerns; empty when all
 * @param value the figure; NaN when it cannot be computed
 * @param interval its 95 % interval, unknown where there is none
 * @param rate how much went wrong
 * @param best the rate that it is compared with; null when there is none
 * @param verdict what the gate says
 * @param reason why, when it is not obvious
 */
record Finding(
        String measure,
        String group,
        double value,
        Interval interval,
        ErrorRate rate,
        @Nullable ErrorRate best,
        GateVerdict verdict,
        String reason) {}
