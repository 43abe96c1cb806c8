// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook;

import org.perimeter.connectors.http.HttpDoor;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.search.access.AccessGuard;
import org.perimeter.search.access.AuditLog;
import org.perimeter.search.api.Outgoing;
import org.perimeter.search.api.Route;
import org.perimeter.search.webhook.delivery.Disclosures;
import org.perimeter.search.webhook.delivery.EndpointWorker;
import org.perimeter.search.webhook.delivery.HttpSender;
import org.perimeter.search.webhook.delivery.OutboxLoop;
import org.perimeter.search.webhook.delivery.RetrySchedule;
import org.perimeter.search.webhook.delivery.Verdicts;
import org.perimeter.search.webhook.delivery.WebhookThreads;
import org.perimeter.search.webhook.endpoint.Endpoint;
import org.perimeter.search.webhook.message.AlertMessage;
import org.perimeter.search.webhook.message.EventType;
import org.perimeter.search.webhook.message.Messages;
import org.perimeter.search.webhook.message.PingMessage;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The parts of webhook delivery, put together; nothing runs before it is started. */
public final class Webhooks {

    /** The longest that an alert's posts may be kept (retention class R2). */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final List<Endpoint> endpoints;
    private final Stores stores;
    private final AuditLog audit;
    private final Clock clock;
    private final Messages messages;
    private final HttpSender sender;

    /**
     * @param endpoints to deliver to; may be none
     * @param stores opened and prepared
     * @param audit hears of every delivery before it leaves
     * @param clock wall clock
     */
    public Webhooks(List<Endpoint> endpoints, Stores stores, AuditLog audit, Clock clock) {
        this.endpoints = List.copyOf(endpoints);
        this.stores = stores;
        this.audit = audit;
        this.clock = clock;
        this.messages = new Messages(stores.incidents());
        this.sender = new HttpSender(new HttpDoor(), clock);
    }

    /** The routes of this package. */
    public List<Route> routes(AccessGuard guard) {
        return new WebhookRoutes(endpoints, stores, messages, sender, guard, clock).routes();
    }

    /** What is sent, for the description of the API. */
    public static List<Outgoing> outgoing() {
        return Arrays.stream(EventType.values())
                .map(
                        type ->
                                new Outgoing(
                                        type.word(),
                                        type.summary(),
                                        type == EventType.PING
                                                ? PingMessage.class
                                                : AlertMessage.class))
                .toList();
    }

    /**
     * Starts delivering; closing what is returned finishes the attempts under way.
     *
     * @throws org.perimeter.connectors.spi.store.StoreException when the store does not answer
     */
    public AutoCloseable start() {
        String process = "console-" + UUID.randomUUID();
        Verdicts verdicts =
                new Verdicts(new RetrySchedule(() -> ThreadLocalRandom.current().nextDouble()));
        List<EndpointWorker> workers = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            EndpointWorker worker =
                    new EndpointWorker(
                            endpoint,
                            process,
                            stores.alertOutbox(),
                            stores.webhooks(),
                            messages,
                            sender,
                            verdicts,
                            new Disclosures(audit),
                            clock);
            worker.introduce();
            workers.add(worker);
        }
        WebhookThreads threads = new WebhookThreads(workers, sender);
        threads.start(new OutboxLoop(stores.alertOutbox(), KEPT, clock), PAUSE);
        return threads;
    }
}
