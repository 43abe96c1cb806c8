// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.ledger;

/** How far the ledger is durable and how far published, for readers that must not come too soon. */
final class Publication {

    private static final long PATIENCE_NANOS = 2_000_000_000L;

    private long durable;
    private long published;
    private boolean running;

    synchronized void durable(long size) {
        durable = size;
        running = true;
    }

    synchronized void published(long size) {
        durable = Math.max(durable, size);
        published = size;
        running = true;
        notifyAll();
    }

    /** Nothing will be published until the ledger is opened again. */
    synchronized void stopped() {
        running = false;
        notifyAll();
    }

    /** Entries that are durable but not published. */
    synchronized long lag() {
        return durable - published;
    }

    /**
     * Waits until what is durable now is published, a moment at most.
     *
     * @return whether it is
     */
    synchronized boolean await() {
        long wanted = durable;
        long end = System.nanoTime() + PATIENCE_NANOS;
        try {
            for (long left = PATIENCE_NANOS;
                    running && published < wanted && left > 0;
                    left = end - System.nanoTime()) {
                wait(left / 1_000_000 + 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return published >= wanted;
    }
}
