// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.supervision;

import org.jspecify.annotations.Nullable;
import org.perimeter.launcher.process.Child;
import org.perimeter.launcher.process.LauncherException;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Watches one child and starts it again when it has ended, until it is closed or gives up. */
final class Guard implements AutoCloseable {

    /** When everything is being stopped, children may end before their guard hears of it. */
    private static final Duration DOUBT = Duration.ofMillis(300);

    private static final long END_SECONDS = 30;

    private final Supplier<Revival> restart;
    private final RestartPlan plan;
    private final InstantSource clock;
    private final Consumer<String> told;
    private final Consumer<Outage> outages;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private Child child;
    private Instant started;
    private int deaths;
    private volatile @Nullable LauncherException givenUp;

    /**
     * @param child runs and is ready
     * @param restart starts it again and waits until it is ready; ends early when interrupted
     * @param told hears in a line what happens to it
     * @param outages hears when it is back
     */
    Guard(
            Child child,
            Supplier<Revival> restart,
            RestartPlan plan,
            InstantSource clock,
            Consumer<String> told,
            Consumer<Outage> outages) {
        this.child = child;
        this.restart = restart;
        this.plan = plan;
        this.clock = clock;
        this.told = told;
        this.outages = outages;
        this.started = clock.instant();
        this.thread = new Thread(this::watch, "guard-" + child.name());
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Why it is not started any more; null while it is. */
    @Nullable LauncherException givenUp() {
        return givenUp;
    }

    /** The process that runs now, or ran last. */
    synchronized Child child() {
        return child;
    }

    /** Ends the child and does not start it again; safe to call twice. */
    @Override
    public void close() {
        stop.countDown();
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(END_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        child().close();
    }

    private void watch() {
        try {
            while (givenUp == null) {
                int status = child().ended().get();
                if (stop.await(DOUBT.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                bringBack(status, child().lastWords());
            }
        } catch (InterruptedException e) {
            // Only close() interrupts.
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            givenUp = new LauncherException(child().name() + " cannot be watched", e);
        }
    }

    private void bringBack(int endStatus, String endWords) throws InterruptedException {
        Instant from = clock.instant();
        int status = endStatus;
        String words = endWords;
        for (int starts = 1; ; starts++) {
            if (isOver(status, words)) {
                return;
            }
            Duration pause = plan.pause(deaths);
            told.accept(
                    child().name()
                            + (status == Revival.Failed.UNKNOWN
                                    ? " did not get ready"
                                    : " ended with status " + status)
                            + "; starting it again in "
                            + seconds(pause));
            if (stop.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            started = clock.instant();
            Revival revival = restart.get();
            if (revival instanceof Revival.Back back) {
                isBack(back.child(), new Outage(back.child().name(), from, now(), starts));
                return;
            }
            if (stop.getCount() == 0) {
                return;
            }
            if (revival instanceof Revival.Failed failed) {
                status = failed.status();
                words = failed.why();
            }
        }
    }

    /** Counts the death, and tells whether it was the last. */
    private boolean isOver(int status, String words) {
        boolean quick = Duration.between(started, clock.instant()).compareTo(plan.quick()) < 0;
        deaths = quick ? deaths + 1 : 1;
        if (status == Child.WRONG_CONFIGURATION) {
            // Another start will not mend that.
            givenUp = new LauncherException(child().name() + " ended: " + words, true);
        } else if (deaths > plan.most()) {
            givenUp =
                    new LauncherException(
                            child().name() + " ended " + deaths + " times in a row: " + words);
        }
        return givenUp != null;
    }

    private void isBack(Child fresh, Outage outage) {
        synchronized (this) {
            child = fresh;
        }
        told.accept(fresh.name() + " runs again; it was away for " + seconds(outage.length()));
        outages.accept(outage);
    }

    private Instant now() {
        return clock.instant();
    }

    private static String seconds(Duration duration) {
        return Math.max(1, Math.round(duration.toMillis() / 1_000.0)) + " s";
    }
}
