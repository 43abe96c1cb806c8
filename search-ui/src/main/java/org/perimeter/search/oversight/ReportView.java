// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.oversight;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.RetentionClass;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The oversight report: every number is counted from the stores or the ledger when it is asked for.
 *
 * @param from time of the first ledger entry; equal to {@code to} when the ledger is empty
 * @param to when the report was made
 * @param outsideIncidents posts held that no incident justifies; must be 0
 * @param collection what the gates decided
 * @param held what is stored now, against its limits
 * @param minutes time collecting against time with an open incident
 * @param use what people did
 * @param deletions asked for by platforms, and done
 * @param deadLetters per stage and reason, {@code STAGE/REASON}
 * @param ledger the audit log and whether it verifies
 * @param rulebook the rules in force
 */
public record ReportView(
        Instant from,
        Instant to,
        OutsideIncidents outsideIncidents,
        Collection collection,
        Held held,
        Minutes minutes,
        Use use,
        Deletions deletions,
        Map<String, Long> deadLetters,
        LedgerState ledger,
        RulebookState rulebook) {

    public ReportView {
        deadLetters = Map.copyOf(deadLetters);
    }

    /**
     * Posts held without justification.
     *
     * @param total all of the below
     * @param unknownIncident their incident is not among the incidents
     * @param beforeOpening witnessed earlier than the rewind reaches back from the opening
     * @param afterEnd witnessed at or after the end of the incident
     */
    public record OutsideIncidents(
            long total, long unknownIncident, long beforeOpening, long afterEnd) {}

    /**
     * Decisions since counting began.
     *
     * @param seen posts that reached the collection gate
     * @param admitted posts that the admission gate let in, redacted ones included
     * @param gate decisions of the collection gate per {@code OUTCOME/REASON}
     * @param admission decisions of the admission gate per {@code OUTCOME/REASON}
     */
    public record Collection(
            long seen, long admitted, Map<String, Long> gate, Map<String, Long> admission) {

        public Collection {
            gate = Map.copyOf(gate);
            admission = Map.copyOf(admission);
        }
    }

    /**
     * What is stored now.
     *
     * @param total posts
     * @param overdue posts whose delete-by day has ended; must be 0
     * @param oldest the slice that is due first; null when nothing is held
     * @param slices every retention class and delete-by day
     */
    public record Held(long total, long overdue, @Nullable Slice oldest, List<Slice> slices) {

        public Held {
            slices = List.copyOf(slices);
        }
    }

    /**
     * Posts of one class that must be gone by the end of one day.
     *
     * @param retentionClass the class
     * @param deleteByDay ISO date, UTC
     * @param daysLeft from today to that day; negative when overdue
     * @param posts how many
     */
    public record Slice(
            RetentionClass retentionClass, String deleteByDay, long daysLeft, long posts) {}

    /**
     * Time, in minutes.
     *
     * @param collecting the gate was collecting, wall clock
     * @param standby no incident was live and posts passed through working memory only
     * @param incidentOpen at least one incident was open, by the incidents' own times
     */
    public record Minutes(double collecting, double standby, double incidentOpen) {}

    /**
     * What people did, by ledger entries.
     *
     * @param searches searches for posts
     * @param views single posts looked at
     * @param alertViews lists of alerts looked at
     * @param denials requests that were refused
     */
    public record Use(long searches, long views, long alertViews, long denials) {}

    /**
     * Deletions that platforms asked for.
     *
     * @param asked delete events seen
     * @param erased stored posts erased because of them
     */
    public record Deletions(long asked, long erased) {}

    /**
     * The audit log.
     *
     * @param size entries under the signed checkpoint
     * @param root its Merkle root, Base64; null when there is no valid checkpoint
     * @param verified whether signature, entries, tiles and root agree
     * @param problem the first place where they do not
     * @param entries how many of each type
     */
    public record LedgerState(
            long size,
            @Nullable String root,
            boolean verified,
            @Nullable String problem,
            Map<String, Long> entries) {

        public LedgerState {
            entries = Map.copyOf(entries);
        }
    }

    /**
     * The rules.
     *
     * @param inForce whether collection is allowed to happen under them now
     * @param hash of the rulebook; null when there is none
     * @param sunset last day on which it holds, ISO date in UTC; null when there is none
     * @param daysToSunset days until then, negative when it has lapsed; null when there is none
     */
    public record RulebookState(
            boolean inForce,
            @Nullable String hash,
            @Nullable String sunset,
            @Nullable Long daysToSunset) {}
}
