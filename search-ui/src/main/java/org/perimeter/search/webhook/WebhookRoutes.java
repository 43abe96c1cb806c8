// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.connectors.spi.store.webhook.WebhookState;
import org.perimeter.policy.access.Action;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.search.access.AccessGuard;
import org.perimeter.search.access.Grant;
import org.perimeter.search.api.Call;
import org.perimeter.search.api.Parameter;
import org.perimeter.search.api.Route;
import org.perimeter.search.api.error.ApiException;
import org.perimeter.search.webhook.delivery.Attempt;
import org.perimeter.search.webhook.delivery.Sender;
import org.perimeter.search.webhook.endpoint.Endpoint;
import org.perimeter.search.webhook.message.Message;
import org.perimeter.search.webhook.message.Messages;

import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The endpoints, trying one out, and switching one on again. */
final class WebhookRoutes {

    private static final int MOST_TRIES = 5;

    private final List<Endpoint> endpoints;
    private final Stores stores;
    private final Messages messages;
    private final Sender sender;
    private final AccessGuard guard;
    private final Clock clock;

    WebhookRoutes(
            List<Endpoint> endpoints,
            Stores stores,
            Messages messages,
            Sender sender,
            AccessGuard guard,
            Clock clock) {
        this.endpoints = endpoints;
        this.stores = stores;
        this.messages = messages;
        this.sender = sender;
        this.guard = guard;
        this.clock = clock;
    }

    List<Route> routes() {
        Parameter id = Parameter.path("id", "The endpoint, as the configuration names it.");
        return List.of(
                Route.get(
                        "/api/v1/webhooks",
                        "The endpoints that are told of alerts, and how they are doing.",
                        WebhookListView.class,
                        this::list),
                Route.post(
                                "/api/v1/webhooks/{id}/test",
                                "Sends a signed webhook.ping, once; the body is an empty object.",
                                JsonNode.class,
                                WebhookTestView.class,
                                this::test)
                        .with(id),
                Route.post(
                                "/api/v1/webhooks/{id}/enable",
                                "Delivers again from where it ended, at once.",
                                EnableRequest.class,
                                WebhookView.class,
                                this::enable)
                        .with(id));
    }

    private WebhookListView list(Call call) {
        guard.require(call.caller(), Action.VIEW_WEBHOOKS);
        long last = stores.alertOutbox().last();
        return new WebhookListView(
                endpoints.stream()
                        .map(endpoint -> WebhookView.of(endpoint, state(endpoint), last))
                        .toList());
    }

    private WebhookTestView test(Call call, JsonNode body) {
        if (!body.isObject() || !body.isEmpty()) {
            throw ApiException.of(400, "the body must be an empty object");
        }
        Grant grant = guard.require(call.caller(), Action.MANAGE_WEBHOOKS);
        Endpoint endpoint = find(call);
        Message ping = messages.ping(endpoint.id(), clock.instant());
        long leaf =
                grant.record(
                        LedgerEntryType.WEBHOOK,
                        Map.of(
                                "step", "TEST",
                                "endpoint", endpoint.id(),
                                "recipient", endpoint.origin(),
                                "webhookId", ping.id()));
        call.header(AccessGuard.LEAF_HEADER, Long.toString(leaf));
        Attempt attempt = sender.send(endpoint, ping);
        return new WebhookTestView(
                ping.id(), attempt.verdict() == Attempt.Verdict.DELIVERED, attempt.result(), leaf);
    }

    private WebhookView enable(Call call, EnableRequest request) {
        String reason = request.statedReason();
        Grant grant = guard.require(call.caller(), Action.MANAGE_WEBHOOKS);
        Endpoint endpoint = find(call);
        long leaf =
                grant.record(
                        LedgerEntryType.WEBHOOK,
                        Map.of(
                                "step",
                                "ENABLED",
                                "endpoint",
                                endpoint.id(),
                                "recipient",
                                endpoint.origin(),
                                "reason",
                                reason));
        call.header(AccessGuard.LEAF_HEADER, Long.toString(leaf));
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            // The worker writes the state too.
            @Nullable WebhookState enabled =
                    stores.webhooks().save(state(endpoint).withDisabled(null)).orElse(null);
            if (enabled != null) {
                return WebhookView.of(endpoint, enabled, stores.alertOutbox().last());
            }
        }
        throw ApiException.of(409, "the endpoint is being delivered to; try again");
    }

    private WebhookState state(Endpoint endpoint) {
        return stores.webhooks()
                .find(endpoint.id())
                .orElseGet(
                        () ->
                                WebhookState.startingAfter(
                                        endpoint.id(), stores.alertOutbox().last()));
    }

    private Endpoint find(Call call) {
        String id = call.path("id");
        return endpoints.stream()
                .filter(endpoint -> endpoint.id().equals(id))
                .findFirst()
                .orElseThrow(() -> guard.absent(call.caller(), Action.MANAGE_WEBHOOKS, id));
    }
}
