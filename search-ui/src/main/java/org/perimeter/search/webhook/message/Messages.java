// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook.message;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.AlertNotice;
import org.perimeter.connectors.spi.store.IncidentStore;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.search.api.json.Json;
import org.perimeter.search.webhook.message.PingMessage.PingFacts;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** Writes messages. */
public final class Messages {

    private final IncidentStore incidents;
    private final Json json = new Json();

    /**
     * @param incidents tells drills from emergencies
     */
    public Messages(IncidentStore incidents) {
        this.incidents = incidents;
    }

    /** About a change of an alert; its id is that of the change. */
    public Message of(AlertNotice notice) {
        @Nullable Boolean exercise =
                incidents.find(notice.incidentId()).map(Incident::exercise).orElse(null);
        AlertMessage message =
                new AlertMessage(
                        EventType.of(notice).word(),
                        notice.updatedAt(),
                        AlertFacts.of(notice, exercise));
        return new Message(webhookId(notice.id()), text(message));
    }

    /** To try an endpoint out. */
    public Message ping(String endpoint, Instant now) {
        return new Message(
                "ping_" + UUID.randomUUID(),
                text(new PingMessage(EventType.PING.word(), now, new PingFacts(endpoint))));
    }

    private String text(Object message) {
        return new String(json.write(message), StandardCharsets.UTF_8);
    }

    /** Names the message about a change. */
    public static String webhookId(String noticeId) {
        // A full stop would blur where the id ends in what is signed.
        return "alert_" + noticeId.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "_");
    }
}
