// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook.message;

/**
 * What is sent: the same in every attempt.
 *
 * @param id the webhook-id, by which the receiver knows what it has already; without a full stop
 * @param body JSON
 */
public record Message(String id, String body) {}
