// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.webhook.WebhookDisabled;
import org.perimeter.connectors.spi.store.webhook.WebhookHistory;
import org.perimeter.connectors.spi.store.webhook.WebhookProgress;
import org.perimeter.connectors.spi.store.webhook.WebhookState;
import org.perimeter.search.webhook.endpoint.Endpoint;
import org.perimeter.search.webhook.message.EventType;
import org.perimeter.search.webhook.message.Messages;

import java.time.Instant;
import java.util.List;

/**
 * An endpoint and how the delivery to it is doing.
 *
 * @param id names it
 * @param recipient scheme, host and port; the rest of its address may be a secret
 * @param events which types of event it gets
 * @param health how it is doing
 * @param waiting changes of alerts that it has still to hear of, or does not want
 * @param delivered how many messages it accepted
 * @param failed how many were given up
 * @param attempts how often the message that is due was tried in vain
 * @param nextAttempt when it is tried again; null when nothing failed
 * @param lastAttempt when one was last tried; null before the first
 * @param lastResult the status code that it answered then, or a word for what kept it from that
 * @param lastDelivered when it last accepted one; null before the first
 * @param disabledReason why nothing is sent to it; null while something is
 * @param disabledAt since when
 * @param failures messages that were given up, newest first
 */
public record WebhookView(
        String id,
        String recipient,
        List<String> events,
        Health health,
        long waiting,
        long delivered,
        long failed,
        int attempts,
        @Nullable Instant nextAttempt,
        @Nullable Instant lastAttempt,
        @Nullable String lastResult,
        @Nullable Instant lastDelivered,
        WebhookDisabled.@Nullable Reason disabledReason,
        @Nullable Instant disabledAt,
        List<Failure> failures) {

    public WebhookView {
        events = List.copyOf(events);
        failures = List.copyOf(failures);
    }

    /** How an endpoint is doing. */
    public enum Health {
        /** Nothing was sent to it yet. */
        NEW,
        /** It accepted the last message. */
        DELIVERING,
        /** The last attempt failed; there will be another. */
        RETRYING,
        /** Nothing is sent to it until a person enables it. */
        DISABLED
    }

    /**
     * A message that was given up.
     *
     * @param webhookId the message
     * @param alertId its alert
     * @param attempts how often it was tried
     * @param lastResult what came of the last attempt
     * @param at when it was given up
     */
    public record Failure(
            String webhookId, String alertId, int attempts, String lastResult, Instant at) {}

    /** The endpoint as its state has it, when so many changes were numbered. */
    static WebhookView of(Endpoint endpoint, WebhookState state, long lastNumber) {
        WebhookHistory history = state.history();
        WebhookProgress progress = state.progress();
        WebhookDisabled disabled = state.disabled();
        return new WebhookView(
                endpoint.id(),
                endpoint.origin(),
                endpoint.events().stream().sorted().map(EventType::word).toList(),
                health(state),
                Math.max(0, lastNumber - state.cursor()),
                history.delivered(),
                history.failed(),
                progress.attempts(),
                disabled == null ? progress.nextAttempt() : null,
                history.lastAttempt(),
                history.lastResult(),
                history.lastDelivered(),
                disabled == null ? null : disabled.reason(),
                disabled == null ? null : disabled.at(),
                history.failures().stream()
                        .map(
                                failure ->
                                        new Failure(
                                                Messages.webhookId(failure.noticeId()),
                                                failure.alertId(),
                                                failure.attempts(),
                                                failure.lastResult(),
                                                failure.at()))
                        .toList());
    }

    private static Health health(WebhookState state) {
        if (state.disabled() != null) {
            return Health.DISABLED;
        }
        if (state.progress().failingSince() != null) {
            return Health.RETRYING;
        }
        return state.history().lastDelivered() == null ? Health.NEW : Health.DELIVERING;
    }
}
