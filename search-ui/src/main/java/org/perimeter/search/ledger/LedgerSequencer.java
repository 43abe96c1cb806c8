// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.ledger;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.ledger.Ledger;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.search.access.AuditTrail;
import org.perimeter.search.access.AuditUnavailableException;
import org.perimeter.search.access.EntryOutOfOrderException;
import org.perimeter.search.access.PendingEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The one writer of the ledger: a thread that takes whatever waits and commits it as a group. While
 * a group is being made durable the next one gathers, so that no timer delays a lone event. Waiters
 * go on when their entry is durable; it is published when nobody waits, or after some hundred.
 *
 * <p>It fails closed: when the ledger cannot be written, every waiter is refused, and the ledger is
 * opened again before the next group.
 */
public final class LedgerSequencer implements AuditTrail, AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(LedgerSequencer.class);

    private static final Duration SETTLE_EVERY = Duration.ofSeconds(60);
    private static final Duration WAIT_AT_MOST = Duration.ofSeconds(10);
    private static final long TICK_MILLIS = 500;
    private static final int LARGEST_GROUP = 256;
    private static final int MOST_UNPUBLISHED = 256;

    private final LedgerOpener opener;
    private final Clock clock;
    private final BlockingQueue<Submission> waiting = new LinkedBlockingQueue<>();
    private final Publication publication = new Publication();
    private final Thread thread;
    private volatile boolean closing;
    private @Nullable Ledger ledger;
    private Instant settled;

    private LedgerSequencer(LedgerOpener opener, Clock clock, Ledger ledger) {
        this.opener = opener;
        this.clock = clock;
        this.ledger = ledger;
        this.settled = clock.instant();
        this.thread = new Thread(this::run, "ledger-sequencer");
    }

    /**
     * Opens the ledger and starts the writer.
     *
     * @throws IOException when the ledger is damaged, another writer holds it, or it cannot be
     *     written
     */
    public static LedgerSequencer start(LedgerOpener opener, Clock clock) throws IOException {
        LedgerSequencer sequencer = new LedgerSequencer(opener, clock, opener.open());
        sequencer.thread.start();
        return sequencer;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Waiting throws an {@link IllegalArgumentException} when its entry would be too long.
     */
    @Override
    public PendingEntry submit(LedgerDraft draft) {
        Submission submission = enqueue(List.of(draft));
        return () -> {
            Long index = await(submission).indexOf(draft);
            if (index == null) {
                throw new EntryOutOfOrderException();
            }
            return index;
        };
    }

    /**
     * Appends, per producer, the drafts that follow its high-water mark without gap.
     *
     * @param drafts ordered by sequence within each producer
     * @return where the ledger stands then
     * @throws AuditUnavailableException when the ledger cannot be written, or not in time; the
     *     drafts may or may not be in it then
     */
    Sequenced append(List<LedgerDraft> drafts) {
        return await(enqueue(drafts));
    }

    private Submission enqueue(List<LedgerDraft> drafts) {
        Submission submission = Submission.of(drafts);
        if (closing) {
            throw new AuditUnavailableException(null);
        }
        waiting.add(submission);
        return submission;
    }

    private static Sequenced await(Submission submission) {
        try {
            return submission.done().get(WAIT_AT_MOST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuditUnavailableException(e);
        } catch (TimeoutException e) {
            submission.done().cancel(false);
            throw new AuditUnavailableException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IllegalArgumentException refusal) {
                throw new IllegalArgumentException(refusal.getMessage(), e);
            }
            throw new AuditUnavailableException(e.getCause());
        }
    }

    /**
     * Waits a moment until what is durable now is also published, for whoever is about to read it.
     *
     * @return whether it is published
     */
    public boolean awaitPublished() {
        return publication.await();
    }

    /**
     * Says no when another may write the ledger by now, so that this folder may not be the newest.
     *
     * @throws IOException then
     */
    void requireRight() throws IOException {
        opener.requireRight();
    }

    /** Commits what waits, then stops and lets the ledger go. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closing || !waiting.isEmpty()) {
                List<Submission> group = nextGroup();
                if (!group.isEmpty()) {
                    commit(group);
                }
                if (waiting.isEmpty() || publication.lag() >= MOST_UNPUBLISHED) {
                    publish();
                }
                settleWhenDue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closing = true;
            closeLedger();
            refuse(new ArrayList<>(waiting), new IOException("the sequencer has stopped"));
        }
    }

    private List<Submission> nextGroup() throws InterruptedException {
        List<Submission> group = new ArrayList<>();
        Submission first = waiting.poll(closing ? 0 : TICK_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
            group.add(first);
            waiting.drainTo(group, LARGEST_GROUP - 1);
        }
        // Who gave up waiting was told that it is not recorded.
        group.removeIf(submission -> submission.done().isDone());
        return group;
    }

    private void commit(List<Submission> group) {
        try {
            Ledger open = openLedger();
            opener.requireRight();
            new GroupCommit(open, publication).commit(group);
        } catch (IOException e) {
            LOGGER.atError().setCause(e).log("the ledger cannot be written: refusing");
            closeLedger();
            refuse(group, e);
        }
    }

    private void publish() {
        Ledger open = ledger;
        if (open == null || publication.lag() == 0) {
            return;
        }
        try {
            open.publish();
            publication.published(open.size());
        } catch (IOException e) {
            // What was acknowledged is durable, and published when the ledger is opened again.
            LOGGER.atError().setCause(e).log("the ledger cannot be published");
            closeLedger();
            // Due at once: opening it anew publishes what is durable.
            settled = Instant.EPOCH;
        }
    }

    @Control("AUD-04")
    private void settleWhenDue() {
        if (clock.instant().isBefore(settled.plus(SETTLE_EVERY))) {
            return;
        }
        settled = clock.instant();
        try {
            openLedger().settle();
        } catch (IOException e) {
            LOGGER.atError().setCause(e).log("the checkpoint cannot be published");
            closeLedger();
        }
    }

    private Ledger openLedger() throws IOException {
        Ledger open = ledger;
        if (open == null) {
            open = opener.open();
            ledger = open;
            publication.published(open.size());
        }
        return open;
    }

    private void closeLedger() {
        Ledger open = ledger;
        ledger = null;
        publication.stopped();
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                LOGGER.atWarn().setCause(e).log("the ledger did not close cleanly");
            }
        }
    }

    private static void refuse(List<Submission> group, IOException cause) {
        group.forEach(submission -> submission.done().completeExceptionally(cause));
    }
}
