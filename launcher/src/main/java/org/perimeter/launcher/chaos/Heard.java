// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.perimeter.launcher.webhook.Received;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What a receiver of webhooks was told, each change of an alert by what it says. */
final class Heard implements Consumer<Received> {

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Set<String>> changes = new HashMap<>();
    private int repeated;
    private int refused;

    @Override
    public synchronized void accept(Received received) {
        if (!received.verified()) {
            refused++;
            return;
        }
        if (received.repeated()) {
            // The same id again: the standard lets a sender do so that does not know whether it
            // was heard.
            repeated++;
            return;
        }
        try {
            JsonNode data = json.readTree(received.body()).path("data");
            if (data.has("alertId")) {
                String change =
                        data.path("alertId").asText()
                                + " "
                                + data.path("state").asText()
                                + " "
                                + data.path("authors").asText();
                changes.computeIfAbsent(change, c -> new HashSet<>()).add(received.id());
            }
        } catch (JsonProcessingException e) {
            refused++;
        }
    }

    /** Changes of alerts. */
    synchronized int changes() {
        return changes.size();
    }

    /** Changes that came as two messages with different ids. */
    synchronized int doubled() {
        return (int) changes.values().stream().filter(ids -> ids.size() > 1).count();
    }

    /** Messages that came again under their id. */
    synchronized int repeated() {
        return repeated;
    }

    /** Messages without a valid signature, or that are no JSON. */
    synchronized int refused() {
        return refused;
    }
}
