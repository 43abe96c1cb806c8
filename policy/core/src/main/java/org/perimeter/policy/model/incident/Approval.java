// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.incident;

import java.time.Instant;

/**
 * One person's approval of a fence at a protected place (control FAS-01).
 *
 * @param role in which the person approved
 * @param person who approved
 * @param at when
 */
public record Approval(ApprovalRole role, String person, Instant at) {}
