// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.chaos;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * How long it took after each kill until a report that was served after it was stored, and a search
 * that was asked after it was answered.
 */
final class Recoveries {

    private final List<Long> nanos = new ArrayList<>();
    private @Nullable Long since;

    /** Processes were killed. */
    void begin(long nowNanos) {
        since = nowNanos;
    }

    /** When the kill was that is not recovered from yet; null when there is none. */
    @Nullable Long since() {
        return since;
    }

    /** All works again. */
    void end(long nowNanos) {
        if (since != null) {
            nanos.add(nowNanos - since);
            since = null;
        }
    }

    /** Share of recoveries that took no longer, in milliseconds; 0 when there was none. */
    long millis(double share) {
        if (nanos.isEmpty()) {
            return 0;
        }
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        int index = (int) Math.ceil(share * sorted.size()) - 1;
        return Duration.ofNanos(sorted.get(Math.max(0, index))).toMillis();
    }

    /** As JSON. */
    String json() {
        return String.format(
                Locale.ROOT,
                "{\"count\":%d,\"p50\":%d,\"p95\":%d,\"max\":%d}",
                nanos.size(),
                millis(0.5),
                millis(0.95),
                millis(1));
    }
}
