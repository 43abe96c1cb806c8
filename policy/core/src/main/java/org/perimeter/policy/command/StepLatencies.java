// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.command;

import java.util.Arrays;
import java.util.Locale;

/** Collects durations and tells their percentiles (nearest rank). */
public final class StepLatencies {

    private static final double NANOS_PER_MILLI = 1e6;

    private long[] nanos = new long[1024];
    private int count;

    /** Adds a duration. */
    public void add(long nanoseconds) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = nanoseconds;
    }

    /** The smallest duration that at least {@code percent} of all do not exceed, in ms. */
    public double percentileMillis(int percent) {
        if (count == 0) {
            throw new IllegalStateException("nothing was measured");
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(percent / 100.0 * count);
        return sorted[Math.max(rank, 1) - 1] / NANOS_PER_MILLI;
    }

    /** The JSON object {@code {"p50":…,"p99":…}}. */
    public String json() {
        return String.format(
                Locale.ROOT,
                "{\"p50\":%.3f,\"p99\":%.3f}",
                percentileMillis(50),
                percentileMillis(99));
    }
}
