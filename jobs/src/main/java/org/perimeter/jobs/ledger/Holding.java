// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.ledger;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Since when a writer holds drafts that are not in the inbox. For two threads. */
final class Holding {

    private final Deque<Batch> batches = new ArrayDeque<>();
    private @Nullable Instant open;

    /** Drafts that wait for the same checkpoint: the last number, and when the first was made. */
    private record Batch(long last, Instant since) {}

    /** Notes a draft that waits for the next checkpoint. */
    synchronized void wrote(Instant at) {
        if (open == null) {
            open = at;
        }
    }

    /** Notes that all up to this number now wait for a checkpoint to be complete. */
    synchronized void closed(long last) {
        Instant since = open;
        if (since != null) {
            batches.add(new Batch(last, since));
            open = null;
        }
    }

    /**
     * When the oldest draft was made that is not in the inbox; null when all are.
     *
     * @param handedIn up to which number they are
     */
    synchronized @Nullable Instant since(long handedIn) {
        while (!batches.isEmpty() && batches.element().last() <= handedIn) {
            batches.remove();
        }
        return batches.isEmpty() ? open : batches.element().since();
    }
}
