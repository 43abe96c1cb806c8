// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.store.webhook;

import java.time.Instant;

/**
 * That nothing is delivered to an endpoint until a person enables it again.
 *
 * @param reason why
 * @param at since when
 */
public record WebhookDisabled(Reason reason, Instant at) {

    /** Why an endpoint is switched off. */
    public enum Reason {
        /** It answered 410: it does not want anything any more. */
        GONE,
        /** Nothing was accepted for days. */
        FAILING
    }
}
