// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook.message;

import java.time.Instant;

/**
 * The body of a message that tries an endpoint out.
 *
 * @param type {@code webhook.ping}
 * @param timestamp when it was asked for
 * @param data which endpoint
 */
public record PingMessage(String type, Instant timestamp, PingFacts data) {

    /**
     * What a ping tells.
     *
     * @param endpoint id of the endpoint in the configuration
     */
    public record PingFacts(String endpoint) {}
}
