// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.incident;

import java.time.Instant;

/**
 * One renewal of a fence (control COL-03).
 *
 * @param at when it was granted
 * @param supervisor who answers for it
 * @param reason why the fence is still needed
 */
public record Renewal(Instant at, String supervisor, String reason) {}
