// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.judge;

/**
 * What a receiver of webhooks was told.
 *
 * @param delivered messages that came
 * @param verified those with a valid signature
 */
public record WebhookCount(int delivered, int verified) {}
