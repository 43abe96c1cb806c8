// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.store.webhook;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Where the delivery to one webhook endpoint stands.
 *
 * @param endpoint id of the endpoint in the configuration
 * @param revision grows with every write, from 1; 0 before the first
 * @param cursor number of the last notice that is settled: delivered, given up, or not wanted
 * @param lease who delivers now
 * @param progress of the delivery that follows the cursor
 * @param history what was delivered before
 * @param disabled why nothing is delivered; null while it is
 */
public record WebhookState(
        String endpoint,
        long revision,
        long cursor,
        WebhookLease lease,
        WebhookProgress progress,
        WebhookHistory history,
        @Nullable WebhookDisabled disabled) {

    /** The state of an endpoint that wants what follows a number. */
    public static WebhookState startingAfter(String endpoint, long cursor) {
        return new WebhookState(
                endpoint,
                0,
                cursor,
                WebhookLease.NONE,
                WebhookProgress.NONE,
                WebhookHistory.NONE,
                null);
    }

    /** The same as it is written next. */
    public WebhookState withNextRevision() {
        return new WebhookState(endpoint, revision + 1, cursor, lease, progress, history, disabled);
    }

    /** The same, delivered to by somebody. */
    public WebhookState withLease(WebhookLease taken) {
        return new WebhookState(endpoint, revision, cursor, taken, progress, history, disabled);
    }

    /** The same after an attempt that settled nothing. */
    public WebhookState withAttempt(WebhookProgress made, WebhookHistory written) {
        return new WebhookState(endpoint, revision, cursor, lease, made, written, disabled);
    }

    /** The same after a notice was settled. */
    public WebhookState settled(long number, WebhookProgress made, WebhookHistory written) {
        return new WebhookState(endpoint, revision, number, lease, made, written, disabled);
    }

    /** The same, switched off; or on again, with the next attempt at once, when null. */
    public WebhookState withDisabled(@Nullable WebhookDisabled now) {
        return new WebhookState(
                endpoint,
                revision,
                cursor,
                lease,
                now == null ? WebhookProgress.NONE : progress,
                history,
                now);
    }

    /** Whether this deliverer may deliver at this instant. */
    public boolean isLeasedBy(String holder, Instant now) {
        return lease.holder().equals(holder) && now.isBefore(lease.until());
    }
}
