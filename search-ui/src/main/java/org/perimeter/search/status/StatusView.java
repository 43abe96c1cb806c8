// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.status;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.model.decision.ReasonCode;

import java.time.Instant;
import java.util.List;

/**
 * The state of the system at the moment of the answer.
 *
 * @param rulebook which rules govern
 * @param collecting what the collection gate says now
 * @param liveIncidents how many incidents are live
 * @param withoutReceipt how many more are live by their document only, because the ledger has no
 *     entry of it: nothing is collected for them
 * @param ledger the audit log
 * @param store {@code up}, or {@code down} when the store does not answer
 */
public record StatusView(
        RulebookStatus rulebook,
        Collecting collecting,
        long liveIncidents,
        long withoutReceipt,
        LedgerStatus ledger,
        StoreStatus store) {

    /** Whether the store answers. */
    public enum StoreStatus {
        UP,
        DOWN
    }

    /**
     * The rules.
     *
     * @param inForce whether a rulebook governs now
     * @param hash of the last valid rulebook; null when there never was one
     * @param sunset its last day, ISO date in UTC; null when there never was one
     * @param reason why none governs; null when one does
     * @param problems what is wrong with the rulebook in the folder
     */
    public record RulebookStatus(
            boolean inForce,
            @Nullable String hash,
            @Nullable String sunset,
            @Nullable ReasonCode reason,
            List<String> problems) {

        public RulebookStatus {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Whether posts are collected.
     *
     * @param allowed whether the gate lets posts in
     * @param outcome the gate's decision about a post that came now
     * @param reason why
     * @param ruleId by which rule
     */
    public record Collecting(boolean allowed, Outcome outcome, ReasonCode reason, String ruleId) {}

    /**
     * The audit log.
     *
     * @param size entries under the published checkpoint; null when it cannot be read
     * @param drainedAt when entries of other processes were last taken up; null when never
     */
    public record LedgerStatus(@Nullable Long size, @Nullable Instant drainedAt) {}
}
