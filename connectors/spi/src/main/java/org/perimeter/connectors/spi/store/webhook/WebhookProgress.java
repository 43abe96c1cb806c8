// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.store.webhook;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * How the delivery that comes next is doing.
 *
 * @param attempts how often it was tried in vain
 * @param nextAttempt not before this instant; null when it may be tried at once
 * @param failingSince when the first attempt failed after the last that succeeded, of this delivery
 *     or of one before it; null when none failed
 */
public record WebhookProgress(
        int attempts, @Nullable Instant nextAttempt, @Nullable Instant failingSince) {

    /** Nothing was tried yet, and nothing failed. */
    public static final WebhookProgress NONE = new WebhookProgress(0, null, null);

    /** Whether it may be tried at this instant. */
    public boolean isDue(Instant now) {
        return nextAttempt == null || !now.isBefore(nextAttempt);
    }

    /** After one more attempt in vain. */
    public WebhookProgress failed(Instant now, Instant next) {
        return new WebhookProgress(attempts + 1, next, failingSince == null ? now : failingSince);
    }

    /** For the delivery that comes after one that was given up. */
    public WebhookProgress gaveUp() {
        return new WebhookProgress(0, null, failingSince);
    }
}
