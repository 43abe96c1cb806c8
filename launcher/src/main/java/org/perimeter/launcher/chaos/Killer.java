// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.chaos;

import org.perimeter.launcher.process.Child;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Ends processes as a lack of memory would, without a word: when and which is drawn from a seed,
 * one time in five two of them at once.
 */
final class Killer {

    private static final int TWO_OF = 5;

    private final SplittableRandom random;
    private final long gapNanos;
    private final int most;
    private final Map<String, Integer> killed = new TreeMap<>();
    private int times;
    private long dueNanos;

    /**
     * @param most how many times it strikes
     * @param span in which it does
     * @param nowNanos by {@link System#nanoTime}
     */
    Killer(long seed, int most, Duration span, long nowNanos) {
        this.random = new SplittableRandom(seed);
        this.most = most;
        this.gapNanos = span.toNanos() / Math.max(1, most);
        this.dueNanos = next(nowNanos);
    }

    /** Whether it is time; what came late is not made up for. */
    boolean isDue(long nowNanos) {
        return times < most && nowNanos - dueNanos >= 0;
    }

    /** Whether it has struck as often as it shall. */
    boolean isDone() {
        return times >= most;
    }

    /**
     * Kills.
     *
     * @return names of the processes
     */
    List<String> strike(List<Child> children, long nowNanos) {
        List<Child> left = new ArrayList<>(children);
        List<String> names = new ArrayList<>();
        int victims = random.nextInt(TWO_OF) == 0 ? 2 : 1;
        for (int i = 0; i < victims && !left.isEmpty(); i++) {
            Child victim = left.remove(random.nextInt(left.size()));
            ProcessHandle.of(victim.pid()).ifPresent(ProcessHandle::destroyForcibly);
            killed.merge(victim.name(), 1, Integer::sum);
            names.add(victim.name());
        }
        times++;
        dueNanos = next(nowNanos);
        return names;
    }

    /** How often each process was killed. */
    Map<String, Integer> killed() {
        return new TreeMap<>(killed);
    }

    /** At least half of the usual gap, at most one and a half. */
    private long next(long nowNanos) {
        return nowNanos + gapNanos / 2 + random.nextLong(Math.max(1, gapNanos));
    }
}
