// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook.message;

import java.time.Instant;

/**
 * The body of a message about an alert.
 *
 * @param type such as {@code alert.created}
 * @param timestamp when the change was made
 * @param data the alert since the change
 */
public record AlertMessage(String type, Instant timestamp, AlertFacts data) {}
