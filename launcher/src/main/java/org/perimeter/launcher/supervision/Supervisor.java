// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.supervision;

import org.jspecify.annotations.Nullable;
import org.perimeter.launcher.process.Child;
import org.perimeter.launcher.process.LauncherException;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Guards children, each on a thread of its own, and stops them in the opposite order. */
public final class Supervisor implements AutoCloseable {

    private final RestartPlan plan;
    private final InstantSource clock;
    private final Consumer<String> told;
    private final Consumer<Outage> outages;
    private final Deque<Guard> guards = new ArrayDeque<>();

    /**
     * @param told hears in a line what happens to them
     * @param outages hears when one is back
     */
    public Supervisor(
            RestartPlan plan,
            InstantSource clock,
            Consumer<String> told,
            Consumer<Outage> outages) {
        this.plan = plan;
        this.clock = clock;
        this.told = told;
        this.outages = outages;
    }

    /**
     * Guards a child from now on.
     *
     * @param child runs and is ready
     * @param restart starts it again and waits until it is ready; ends early when interrupted
     */
    public void guard(Child child, Supplier<Revival> restart) {
        Guard guard = new Guard(child, restart, plan, clock, told, outages);
        synchronized (guards) {
            guards.push(guard);
        }
        guard.start();
    }

    /**
     * Does nothing while every child runs or is being started again.
     *
     * @throws LauncherException when one is not started any more
     */
    public void requireHope() {
        for (Guard guard : snapshot()) {
            LauncherException why = guard.givenUp();
            if (why != null) {
                throw why;
            }
        }
    }

    /** The children that run, or ran last, the newest first. */
    public List<Child> children() {
        return snapshot().stream().map(Guard::child).toList();
    }

    /** Stops the child that was guarded last. */
    public void stopNewest() {
        @Nullable Guard newest;
        synchronized (guards) {
            newest = guards.poll();
        }
        if (newest != null) {
            newest.close();
        }
    }

    /** Stops everything, the newest first; safe to call twice. */
    @Override
    public void close() {
        while (!snapshot().isEmpty()) {
            stopNewest();
        }
    }

    private List<Guard> snapshot() {
        synchronized (guards) {
            return List.copyOf(guards);
        }
    }
}
