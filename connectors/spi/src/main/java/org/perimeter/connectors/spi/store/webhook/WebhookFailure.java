// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.store.webhook;

import java.time.Instant;

/**
 * A delivery that was given up.
 *
 * @param noticeId the notice that did not arrive
 * @param alertId its alert
 * @param attempts how often it was tried
 * @param lastResult what came of the last attempt
 * @param at when it was given up
 */
public record WebhookFailure(
        String noticeId, String alertId, int attempts, String lastResult, Instant at) {}
