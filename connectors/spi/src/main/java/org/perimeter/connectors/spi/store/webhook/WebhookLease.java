// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.store.webhook;

import java.time.Instant;

/**
 * Who alone delivers to an endpoint, and until when.
 *
 * @param holder names the deliverer; empty for nobody
 * @param until first instant at which another may take over
 */
public record WebhookLease(String holder, Instant until) {

    /** Nobody delivers. */
    public static final WebhookLease NONE = new WebhookLease("", Instant.EPOCH);

    /** Whether somebody other than this deliverer may deliver at this instant. */
    public boolean isHeldByAnother(String me, Instant now) {
        return !holder.isEmpty() && !holder.equals(me) && now.isBefore(until);
    }
}
