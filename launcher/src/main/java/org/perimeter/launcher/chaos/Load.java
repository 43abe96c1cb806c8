// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.chaos;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Serves reports and ordinary posts at their rates, and what authors think better of later. */
final class Load {

    private static final long SECOND = 1_000_000_000L;
    private static final long SECOND_THOUGHT = Duration.ofSeconds(4).toNanos();

    private final Chronicle chronicle;
    private final ChaosPlan plan;
    private final long start;
    private final Deque<Served> fresh = new ArrayDeque<>();
    private long reports;
    private long ordinary;

    private record Served(Chronicle.Report report, long nanos) {}

    /**
     * @param start by {@link System#nanoTime}
     */
    Load(Chronicle chronicle, ChaosPlan plan, long start) {
        this.chronicle = chronicle;
        this.plan = plan;
        this.start = start;
    }

    /** Whether the time is over; it may be served on, so that a last kill can be recovered from. */
    boolean isOver(long now) {
        return now - start > plan.span().toNanos();
    }

    /** Serves what is due. */
    void serve(long now) {
        for (; reports < (now - start) * plan.perSecond() / SECOND; reports++) {
            fresh.add(new Served(chronicle.report(), now));
        }
        for (; ordinary < (now - start) * plan.background() / SECOND; ordinary++) {
            chronicle.ordinary();
        }
        while (!fresh.isEmpty() && now - fresh.element().nanos() > SECOND_THOUGHT) {
            chronicle.revise(fresh.remove().report());
        }
    }

    /** Serves the second thoughts that are left. */
    void finish() {
        while (!fresh.isEmpty()) {
            chronicle.revise(fresh.remove().report());
        }
    }
}
