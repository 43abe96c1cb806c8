// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store.memory;

import org.perimeter.connectors.spi.store.webhook.WebhookState;
import org.perimeter.connectors.spi.store.webhook.WebhookStore;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** States of webhook endpoints in memory. */
public final class InMemoryWebhookStore implements WebhookStore {

    private final Map<String, WebhookState> states = new HashMap<>();
    private final WriteFaults faults = new WriteFaults();

    /** Faults to inject into every call while down. */
    public WriteFaults faults() {
        return faults;
    }

    @Override
    public synchronized Optional<WebhookState> find(String endpoint) {
        faults.check();
        return Optional.ofNullable(states.get(endpoint));
    }

    @Override
    public synchronized Optional<WebhookState> save(WebhookState state) {
        faults.check();
        WebhookState stored = states.get(state.endpoint());
        if ((stored == null ? 0 : stored.revision()) != state.revision()) {
            return Optional.empty();
        }
        WebhookState written = state.withNextRevision();
        states.put(state.endpoint(), written);
        return Optional.of(written);
    }
}
