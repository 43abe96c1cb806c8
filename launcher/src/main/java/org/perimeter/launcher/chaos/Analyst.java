// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.chaos;

import org.perimeter.launcher.demo.ConsoleClient;
import org.perimeter.launcher.process.LauncherException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Searches the incident once a second, whatever happens, and keeps what the log promised. */
final class Analyst implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final long END_SECONDS = 90;

    private final ConsoleClient console;
    private final Consumer<String> told;
    private final String incident;
    private final String caseNumber;
    private final List<Long> receipts = new ArrayList<>();
    private final Thread thread = new Thread(this::work, "analyst");
    private int failed;
    private volatile long answeredNanos = System.nanoTime();
    private volatile boolean over;

    /**
     * @param told hears of every search that was not answered
     */
    Analyst(ConsoleClient console, String incident, String caseNumber, Consumer<String> told) {
        this.told = told;
        this.console = console;
        this.incident = incident;
        this.caseNumber = caseNumber;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** When a search was last asked that was answered, by {@link System#nanoTime}. */
    long answeredNanos() {
        return answeredNanos;
    }

    /** Numbers of the log's entries that answers named. */
    synchronized List<Long> receipts() {
        return List.copyOf(receipts);
    }

    /** Searches that were refused, not answered for a minute, or answered without a receipt. */
    synchronized int failed() {
        return failed;
    }

    private void work() {
        while (!over) {
            long asked = System.nanoTime();
            try {
                keep(console.search(incident, caseNumber, "shots"));
                answeredNanos = asked;
            } catch (LauncherException e) {
                told.accept("a search was not answered: " + e.getMessage());
                keep(OptionalLong.empty());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private synchronized void keep(OptionalLong receipt) {
        receipt.ifPresentOrElse(receipts::add, () -> failed++);
    }

    /** Waits for the last answer. */
    @Override
    public void close() {
        over = true;
        try {
            thread.join(Duration.ofSeconds(END_SECONDS).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
