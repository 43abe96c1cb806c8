// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.store.webhook;

import java.util.Optional;

/** How far each webhook endpoint has got, and who delivers to it now. */
public interface WebhookStore {

    /** The state of an endpoint, read in real time; empty when nobody ever delivered to it. */
    Optional<WebhookState> find(String endpoint);

    /**
     * Writes a state unless somebody else wrote after it was read.
     *
     * @param state as read and changed; its revision is still the one that was read, 0 for a new
     *     one
     * @return the state as written, with its new revision; empty when somebody else was faster
     */
    Optional<WebhookState> save(WebhookState state);
}
