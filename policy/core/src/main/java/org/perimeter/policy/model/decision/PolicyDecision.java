// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.decision;

/**
 * What a gate decided, by which rule, under which rulebook: the value without which no post moves.
 *
 * @param outcome the decision
 * @param ruleId the rule that decided, such as {@code COL-01}
 * @param reason why
 * @param rulebookHash lower-case hex SHA-256 of the canonical rulebook; empty when there was none
 */
public record PolicyDecision(
        Outcome outcome, String ruleId, ReasonCode reason, String rulebookHash) {

    /** Whether the post may go on from here. */
    public boolean allows() {
        return outcome != Outcome.DROP && outcome != Outcome.DENY;
    }
}
