// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.ledger;

import org.perimeter.connectors.spi.store.LedgerInbox;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.ledger.DraftId;
import org.perimeter.policy.ledger.RecordedDrafts;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.search.access.AuditUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings the drafts of the jobs from the inbox into the ledger: append in order, then acknowledge,
 * then docket and heartbeat. The heartbeat is written only when nothing was left behind, so that
 * jobs stop collecting when their events are not being recorded.
 */
public final class InboxDrain {

    private static final Logger LOGGER = LoggerFactory.getLogger(InboxDrain.class);

    private static final int LARGEST_BATCH = 1000;

    /** How long it is remembered that a draft without a number is in the ledger. */
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private static final Duration FORGET_EVERY = Duration.ofHours(1);

    private final LedgerInbox inbox;
    private final LedgerSequencer sequencer;
    private final RecordedDrafts recorded;
    private final DocketDesk docket;
    private final Clock clock;
    private final Numbering numbering = new Numbering();
    private Instant nextForgetting = Instant.MIN;
    private boolean isUncertain = true;

    /**
     * @param inbox where jobs hand in
     * @param sequencer the ledger's writer
     * @param recorded looks into the ledger when a number proves nothing
     * @param docket tells which incidents the ledger has
     * @param clock wall clock, for the heartbeat
     */
    public InboxDrain(
            LedgerInbox inbox,
            LedgerSequencer sequencer,
            RecordedDrafts recorded,
            DocketDesk docket,
            Clock clock) {
        this.inbox = inbox;
        this.sequencer = sequencer;
        this.recorded = recorded;
        this.docket = docket;
        this.clock = clock;
    }

    /**
     * Empties the inbox once; when that fails it says so in the log and leaves the rest waiting.
     */
    public void drain() {
        boolean isDone = false;
        try {
            boolean more = true;
            while (more) {
                more = drainBatch();
            }
            forgetWhenDue();
            isDone = true;
        } catch (StoreException e) {
            LOGGER.atWarn().setCause(e).log("the ledger inbox cannot be drained");
        } catch (IOException e) {
            LOGGER.atWarn().setCause(e).log("the ledger cannot be read");
        } catch (AuditUnavailableException e) {
            LOGGER.atWarn().setCause(e).log("the ledger does not take the inbox");
        } catch (IllegalArgumentException e) {
            // Collection stops for want of a heartbeat until a person has looked.
            LOGGER.atError().setCause(e).log("a draft in the ledger inbox cannot be recorded");
        } finally {
            isUncertain = !isDone;
        }
    }

    /** Whether there may be more that can be taken at once. */
    private boolean drainBatch() throws IOException {
        Instant read = clock.instant();
        List<LedgerDraft> drafts = inbox.waiting(LARGEST_BATCH);
        int taken = drafts.isEmpty() ? 0 : take(drafts);
        boolean more = drafts.size() == LARGEST_BATCH;
        if (taken == drafts.size() && !more) {
            boolean unused = sequencer.awaitPublished();
            sequencer.requireRight();
            docket.tell(read);
            inbox.heartbeat(read);
        }
        return more && taken > 0;
    }

    private int take(List<LedgerDraft> drafts) throws IOException {
        List<LedgerDraft> inLedger = new ArrayList<>(recordedBefore(drafts));
        List<LedgerDraft> open = new ArrayList<>(drafts);
        open.removeAll(inLedger);
        List<LedgerDraft> numbered = numbering.number(open);
        Sequenced sequenced = submit(numbered);
        List<LedgerDraft> belowMark = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            if (sequenced.indexOf(numbered.get(i)) != null) {
                inLedger.add(open.get(i));
            } else if (sequenced.knowsNumber(numbered.get(i))) {
                belowMark.add(open.get(i));
            }
        }
        if (!belowMark.isEmpty()) {
            append(belowMark);
            inLedger.addAll(belowMark);
        }
        if (!inLedger.isEmpty()) {
            inbox.acknowledge(inLedger, clock.instant());
        }
        if (inLedger.size() < drafts.size()) {
            LOGGER.atWarn()
                    .addKeyValue("waiting", drafts.size() - inLedger.size())
                    .log("drafts in the ledger inbox wait for one that is missing");
        }
        return inLedger.size();
    }

    /** Drafts without a number that a round which ended badly may have appended. */
    private List<LedgerDraft> recordedBefore(List<LedgerDraft> drafts) throws IOException {
        return isUncertain
                ? inLedger(drafts.stream().filter(draft -> !DraftId.isNumbered(draft)).toList())
                : List.of();
    }

    /**
     * Sees to drafts whose numbers the ledger knows: it holds them, or it holds other drafts under
     * these numbers, and then they are recorded under numbers of our own.
     */
    @Control("AUD-02")
    private void append(List<LedgerDraft> belowMark) throws IOException {
        List<LedgerDraft> others = new ArrayList<>(belowMark);
        others.removeAll(inLedger(belowMark));
        if (!others.isEmpty()) {
            LOGGER.atError()
                    .addKeyValue("drafts", others.size())
                    .log("numbers of drafts in the ledger inbox stand for two drafts each");
            Sequenced unused = submit(numbering.renumber(others));
        }
    }

    /** Which of the drafts the ledger holds; only what is published can be read back. */
    private List<LedgerDraft> inLedger(List<LedgerDraft> drafts) throws IOException {
        if (!drafts.isEmpty() && !sequencer.awaitPublished()) {
            throw new AuditUnavailableException(null);
        }
        return recorded.among(drafts);
    }

    private Sequenced submit(List<LedgerDraft> numbered) {
        boolean isSubmitted = false;
        try {
            Sequenced sequenced = sequencer.append(numbered);
            isSubmitted = true;
            return sequenced;
        } finally {
            if (!isSubmitted) {
                numbering.startAgain();
            }
        }
    }

    private void forgetWhenDue() {
        Instant now = clock.instant();
        if (!now.isBefore(nextForgetting)) {
            inbox.forget(now.minus(REMEMBERED));
            nextForgetting = now.plus(FORGET_EVERY);
        }
    }
}
