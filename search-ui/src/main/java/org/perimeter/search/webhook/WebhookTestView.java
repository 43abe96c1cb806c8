// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook;

/**
 * What came of a message that tried an endpoint out.
 *
 * @param webhookId the message
 * @param delivered whether the endpoint accepted it
 * @param result the status code that it answered, or a word for what kept it from that
 * @param auditLeaf index of the ledger entry that was made before it was sent
 */
public record WebhookTestView(String webhookId, boolean delivered, String result, long auditLeaf) {}
