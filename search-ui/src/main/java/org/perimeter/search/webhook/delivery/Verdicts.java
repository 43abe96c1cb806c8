// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook.delivery;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.AlertNotice;
import org.perimeter.connectors.spi.store.webhook.WebhookDisabled;
import org.perimeter.connectors.spi.store.webhook.WebhookDisabled.Reason;
import org.perimeter.connectors.spi.store.webhook.WebhookFailure;
import org.perimeter.connectors.spi.store.webhook.WebhookProgress;
import org.perimeter.connectors.spi.store.webhook.WebhookState;

import java.time.Duration;
import java.time.Instant;

/** What follows from an attempt: the next notice, another attempt, giving up, or switching off. */
public final class Verdicts {

    /** After so long without one delivery nobody is there any more. */
    static final Duration LONGEST_FAILING = Duration.ofDays(5);

    private final RetrySchedule schedule;

    public Verdicts(RetrySchedule schedule) {
        this.schedule = schedule;
    }

    /**
     * The state after an attempt.
     *
     * @param before the state under which the attempt was made
     * @param notice that was sent
     * @param attempt what came of it
     * @param now when it was over
     */
    WebhookState after(WebhookState before, AlertNotice notice, Attempt attempt, Instant now) {
        return switch (attempt.verdict()) {
            case DELIVERED ->
                    before.settled(
                            notice.number(),
                            WebhookProgress.NONE,
                            before.history().delivered(now, attempt.result()));
            case GONE ->
                    before.withAttempt(
                                    before.progress().failed(now, now),
                                    before.history().attempted(now, attempt.result()))
                            .withDisabled(new WebhookDisabled(Reason.GONE, now));
            case UNWANTED, FAILED -> failed(before, notice, attempt, now);
        };
    }

    private WebhookState failed(
            WebhookState before, AlertNotice notice, Attempt attempt, Instant now) {
        int failures = before.progress().attempts() + 1;
        @Nullable Duration wait = schedule.waitAfter(failures, attempt);
        WebhookProgress progress =
                before.progress().failed(now, wait == null ? now : now.plus(wait));
        WebhookState after =
                wait == null
                        ? before.settled(
                                notice.number(),
                                progress.gaveUp(),
                                before.history()
                                        .gaveUp(
                                                new WebhookFailure(
                                                        notice.id(),
                                                        notice.alertId(),
                                                        failures,
                                                        attempt.result(),
                                                        now)))
                        : before.withAttempt(
                                progress, before.history().attempted(now, attempt.result()));
        Instant since = progress.failingSince();
        boolean tooLong = since != null && !now.isBefore(since.plus(LONGEST_FAILING));
        return tooLong ? after.withDisabled(new WebhookDisabled(Reason.FAILING, now)) : after;
    }
}
