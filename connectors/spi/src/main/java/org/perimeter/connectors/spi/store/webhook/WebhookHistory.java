// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.store.webhook;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of earlier deliveries to an endpoint.
 *
 * @param delivered how many were accepted
 * @param failed how many were given up
 * @param lastAttempt when one was last tried; null before the first time
 * @param lastResult what came of it: a status code, or a word for what kept it from being answered;
 *     null before the first time
 * @param lastDelivered when one was last accepted; null before the first time
 * @param failures those given up, newest first, at most {@value #MOST_FAILURES}
 */
public record WebhookHistory(
        long delivered,
        long failed,
        @Nullable Instant lastAttempt,
        @Nullable String lastResult,
        @Nullable Instant lastDelivered,
        List<WebhookFailure> failures) {

    /** More of them are counted but not kept. */
    public static final int MOST_FAILURES = 20;

    /** Nothing was tried yet. */
    public static final WebhookHistory NONE = new WebhookHistory(0, 0, null, null, null, List.of());

    public WebhookHistory {
        failures = List.copyOf(failures);
    }

    /** After an attempt that settled nothing. */
    public WebhookHistory attempted(Instant now, String result) {
        return new WebhookHistory(delivered, failed, now, result, lastDelivered, failures);
    }

    /** After a delivery that was accepted. */
    public WebhookHistory delivered(Instant now, String result) {
        return new WebhookHistory(delivered + 1, failed, now, result, now, failures);
    }

    /** After a delivery was given up. */
    public WebhookHistory gaveUp(WebhookFailure failure) {
        List<WebhookFailure> kept = new ArrayList<>();
        kept.add(failure);
        kept.addAll(failures.subList(0, Math.min(failures.size(), MOST_FAILURES - 1)));
        return new WebhookHistory(
                delivered, failed + 1, failure.at(), failure.lastResult(), lastDelivered, kept);
    }
}
