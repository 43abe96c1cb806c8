// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook.delivery;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.AlertNotice;
import org.perimeter.connectors.spi.store.AlertOutbox;
import org.perimeter.connectors.spi.store.webhook.WebhookDisabled;
import org.perimeter.connectors.spi.store.webhook.WebhookLease;
import org.perimeter.connectors.spi.store.webhook.WebhookState;
import org.perimeter.connectors.spi.store.webhook.WebhookStore;
import org.perimeter.search.webhook.endpoint.Endpoint;
import org.perimeter.search.webhook.message.Messages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Delivers to one endpoint, one message after the other in the order of their numbers; the next is
 * not sent before the one before it is settled. Of all workers of an endpoint, in whatever process,
 * the one with the lease delivers. What a crash leaves unsaved is sent again under the same id.
 */
public final class EndpointWorker {

    /** How long the endpoint waits for another worker when this one vanishes. */
    static final Duration LEASE = Duration.ofSeconds(40);

    /** Longer than an attempt may take. */
    private static final Duration MARGIN = Duration.ofSeconds(20);

    private static final int BATCH = 50;

    private final Endpoint endpoint;
    private final String me;
    private final AlertOutbox outbox;
    private final WebhookStore states;
    private final Messages messages;
    private final Sender sender;
    private final Verdicts verdicts;
    private final Disclosures ledger;
    private final Clock clock;

    /**
     * @param endpoint to deliver to
     * @param me names this worker among all of the endpoint
     * @param outbox what there is to deliver
     * @param states how far the delivery has got
     * @param messages writes what is sent
     * @param sender sends it
     * @param verdicts what follows from an attempt
     * @param ledger hears of every delivery
     * @param clock wall clock
     */
    public EndpointWorker(
            Endpoint endpoint,
            String me,
            AlertOutbox outbox,
            WebhookStore states,
            Messages messages,
            Sender sender,
            Verdicts verdicts,
            Disclosures ledger,
            Clock clock) {
        this.endpoint = endpoint;
        this.me = me;
        this.outbox = outbox;
        this.states = states;
        this.messages = messages;
        this.sender = sender;
        this.verdicts = verdicts;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Makes the endpoint known: one that is new wants what changes from now on. */
    public void introduce() {
        if (states.find(endpoint.id()).isEmpty()) {
            states.save(WebhookState.startingAfter(endpoint.id(), outbox.last()));
        }
    }

    /**
     * Delivers what is due now, until something fails, the store knows of nothing more, or another
     * worker turns out to have the lease.
     *
     * @throws org.perimeter.connectors.spi.store.StoreException when the store does not answer
     * @throws org.perimeter.search.access.AuditUnavailableException when the ledger cannot record
     *     what would be sent; it is not sent then
     */
    void deliverDue() {
        @Nullable WebhookState state = states.find(endpoint.id()).orElse(null);
        while (state != null && isMyTurn(state)) {
            List<AlertNotice> notices = outbox.after(state.cursor(), BATCH);
            if (notices.isEmpty()) {
                return;
            }
            for (AlertNotice notice : notices) {
                state = state == null || !isMyTurn(state) ? null : handle(leased(state), notice);
            }
        }
    }

    /** Lets another worker take over at once. */
    void release() {
        states.find(endpoint.id())
                .filter(state -> state.isLeasedBy(me, clock.instant()))
                .ifPresent(state -> states.save(state.withLease(WebhookLease.NONE)));
    }

    private boolean isMyTurn(WebhookState state) {
        Instant now = clock.instant();
        return state.disabled() == null
                && state.progress().isDue(now)
                && !state.lease().isHeldByAnother(me, now)
                && !Thread.currentThread().isInterrupted();
    }

    /** The state under a lease that outlives an attempt; null when another was faster. */
    private @Nullable WebhookState leased(WebhookState state) {
        Instant now = clock.instant();
        return state.isLeasedBy(me, now.plus(MARGIN))
                ? state
                : states.save(state.withLease(new WebhookLease(me, now.plus(LEASE)))).orElse(null);
    }

    private @Nullable WebhookState handle(@Nullable WebhookState state, AlertNotice notice) {
        if (state == null) {
            return null;
        }
        if (!endpoint.wants(notice)) {
            return states.save(state.settled(notice.number(), state.progress(), state.history()))
                    .orElse(null);
        }
        if (state.progress().attempts() == 0) {
            ledger.sending(endpoint, notice);
        }
        Attempt attempt = sender.send(endpoint, messages.of(notice));
        if (attempt.verdict() != Attempt.Verdict.DELIVERED
                && Thread.currentThread().isInterrupted()) {
            // Broken off because this process stops, which is not the receiver's failing.
            return null;
        }
        WebhookState after = verdicts.after(state, notice, attempt, clock.instant());
        @Nullable WebhookState saved = states.save(after).orElse(null);
        if (saved != null) {
            tell(state, saved, notice, attempt);
        }
        return saved;
    }

    private void tell(
            WebhookState before, WebhookState after, AlertNotice notice, Attempt attempt) {
        if (after.cursor() == notice.number()) {
            boolean delivered = attempt.verdict() == Attempt.Verdict.DELIVERED;
            ledger.settled(
                    delivered ? "DELIVERED" : "GIVEN_UP",
                    endpoint,
                    notice,
                    before.progress().attempts() + 1,
                    attempt.result());
        }
        @Nullable WebhookDisabled disabled = after.disabled();
        if (disabled != null) {
            ledger.disabled(endpoint, notice, disabled.reason().name(), attempt.result());
        }
    }
}
