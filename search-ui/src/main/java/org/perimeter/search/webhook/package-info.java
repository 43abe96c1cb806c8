// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Alerts on their way to integrators, as <a href="https://www.standardwebhooks.com">Standard
 * Webhooks</a> ask.
 *
 * <p>{@link org.perimeter.search.webhook.delivery.OutboxLoop} numbers the changes of alerts; one
 * {@link org.perimeter.search.webhook.delivery.EndpointWorker} per endpoint follows the numbers,
 * alone under its lease, and hands each message to a {@link
 * org.perimeter.search.webhook.delivery.Sender}. Everything that a restart must not lose is in the
 * store.
 */
@NullMarked
package org.perimeter.search.webhook;

import org.jspecify.annotations.NullMarked;
