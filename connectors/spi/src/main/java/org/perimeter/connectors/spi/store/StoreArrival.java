// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.store;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The start of a process on a store that may be away for a while, because it is being started again
 * itself. Until it is there the process serves nothing and collects nothing.
 */
public final class StoreArrival {

    /** How long a process waits for its store; one that is away longer is worth an error. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private StoreArrival() {}

    /**
     * Prepares the store as soon as it answers.
     *
     * @param patience how long to wait for it
     * @param waiting hears, before every wait, what the store said
     * @throws StoreException when it does not answer in time, or refuses
     */
    public static void prepare(Stores stores, Duration patience, Consumer<StoreException> waiting) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                stores.prepare();
                return;
            } catch (StoreException e) {
                boolean late = System.nanoTime() + PAUSE.toNanos() > end;
                if (!e.retryable() || late || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                waiting.accept(e);
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
