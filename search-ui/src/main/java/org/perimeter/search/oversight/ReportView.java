// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.oversight;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.model.decision.RetentionClass;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The first page of the oversight report. Every number is counted from the stores, the gates'
 * tallies or the ledger when it is asked for; the page that people read is made of this record.
 *
 * @param edition for whom
 * @param agency whose report it is; empty when there is no rulebook
 * @param from first day, ISO date in UTC
 * @param to last day, included
 * @param madeAt when it was made; what is held is as of then
 * @param outsideIncidents posts held that no incident justifies; must be 0
 * @param collection what the gates decided in the period
 * @param held what is stored now, against its limits
 * @param minutes time collecting against time with an open incident
 * @param incidents incidents by what the ledger says of them
 * @param use what people did
 * @param alerts what was raised
 * @param deletions asked for and done
 * @param deadLetters held now, per stage and reason, {@code STAGE/REASON}
 * @param ledger the audit log and whether it verifies
 * @param rulebook the rules
 */
public record ReportView(
        Edition edition,
        String agency,
        String from,
        String to,
        Instant madeAt,
        OutsideIncidents outsideIncidents,
        Collection collection,
        Held held,
        Minutes minutes,
        IncidentCounts incidents,
        Use use,
        AlertCounts alerts,
        Deletions deletions,
        Map<String, Long> deadLetters,
        LedgerState ledger,
        RulebookState rulebook) {

    public ReportView {
        deadLetters = sorted(deadLetters);
    }

    /** In the order of their names, so that the same report is written the same way twice. */
    private static <T> Map<String, T> sorted(Map<String, T> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
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
     * Decisions, as the gates counted them, and as the ledger's own entries add up.
     *
     * @param seen posts that reached the collection gate
     * @param waited of these, posts that waited in working memory for an incident
     * @param forgotten of these, posts that left it unmatched
     * @param rewound of these, posts that an incident opened in time let in
     * @param admitted posts stored as they were
     * @param redacted posts stored with identifiers replaced
     * @param dropped posts inside a fence that were not stored
     * @param gate decisions of the collection gate per {@code OUTCOME/REASON}
     * @param admission decisions of the admission gate per {@code OUTCOME/REASON}
     * @param ledgerBatches entries of the ledger about stored posts
     * @param ledgerStored stored posts that these entries speak of; the sum of admitted and
     *     redacted once the last batch is in the ledger
     */
    public record Collection(
            long seen,
            long waited,
            long forgotten,
            long rewound,
            long admitted,
            long redacted,
            long dropped,
            Map<String, Long> gate,
            Map<String, Long> admission,
            long ledgerBatches,
            long ledgerStored) {

        public Collection {
            gate = sorted(gate);
            admission = sorted(admission);
        }

        /** Whether gates and ledger tell the same number of stored posts. */
        boolean agrees() {
            return admitted + redacted == ledgerStored;
        }
    }

    /**
     * What is stored now.
     *
     * @param total posts
     * @param overdue posts whose delete-by day has ended; must be 0
     * @param classes each retention class with posts
     * @param retentionDoneAt when retention last did all that was due; null for never
     */
    public record Held(
            long total, long overdue, List<HeldClass> classes, @Nullable Instant retentionDoneAt) {

        public Held {
            classes = List.copyOf(classes);
        }
    }

    /**
     * Posts of one retention class.
     *
     * @param retentionClass the class
     * @param limitHours longest life that the rulebook allows now; null without a rulebook
     * @param posts how many are held
     * @param oldestDeleteBy the day by whose end the oldest must be gone, ISO date in UTC
     * @param hoursLeft until then; negative when overdue
     */
    public record HeldClass(
            RetentionClass retentionClass,
            @Nullable Long limitHours,
            long posts,
            String oldestDeleteBy,
            long hoursLeft) {}

    /**
     * Time in the period, in minutes.
     *
     * @param incidentOpen at least one incident was open and in the ledger
     * @param collecting the gate stood open
     * @param collectingOutside of that, time that no incident covers: the moments until the gate
     *     heard of an end
     * @param standby no incident was live and posts passed through working memory only
     * @param shut an incident was open and the gate was shut, per reason
     * @param unwatched an incident was open and nobody watched: the job was not running, or had not
     *     been told yet
     */
    public record Minutes(
            double incidentOpen,
            double collecting,
            double collectingOutside,
            double standby,
            Map<String, Double> shut,
            double unwatched) {

        public Minutes {
            shut = sorted(shut);
        }
    }

    /**
     * Incidents by their ledger entries in the period.
     *
     * @param opened how many were opened
     * @param closed how many were closed before they expired
     * @param withoutReceipt how many were found in the store without an entry; nothing was
     *     collected for them
     */
    public record IncidentCounts(long opened, long closed, long withoutReceipt) {}

    /**
     * What people did, by ledger entries in the period.
     *
     * @param searches searches for posts
     * @param searchesByPurpose the same per stated purpose
     * @param views looks at the posts of an incident as they arrived
     * @param alertViews looks at alerts
     * @param denials requests that were refused
     * @param denialsByRule the same per rule
     * @param reports reports made, this one not included
     */
    public record Use(
            long searches,
            Map<String, Long> searchesByPurpose,
            long views,
            long alertViews,
            long denials,
            Map<String, Long> denialsByRule,
            long reports) {

        public Use {
            searchesByPurpose = sorted(searchesByPurpose);
            denialsByRule = sorted(denialsByRule);
        }
    }

    /**
     * Alerts by their ledger entries in the period.
     *
     * @param raised alerts that were raised
     * @param confirmed alerts that further authors confirmed
     * @param retracted alerts whose support was taken away
     */
    public record AlertCounts(long raised, long confirmed, long retracted) {}

    /**
     * Deletions in the period.
     *
     * @param asked deletions that platforms asked for
     * @param erased stored posts erased because of them or of an edit
     * @param byDeadline posts, alerts, dead letters and counts deleted because their time was up
     * @param keysDestroyed incident keys destroyed
     * @param receipts ledger entries of all this
     * @param resumed of these, deletions that were begun, cut short and taken up again
     * @param unfinished deletions that were begun and are not done as of now; a few while retention
     *     is at work
     * @param done the newest of these entries, newest first
     */
    public record Deletions(
            long asked,
            long erased,
            long byDeadline,
            long keysDestroyed,
            long receipts,
            long resumed,
            long unfinished,
            List<Deletion> done) {

        public Deletions {
            done = List.copyOf(done);
        }
    }

    /**
     * A deletion, as the ledger has it.
     *
     * @param index of its entry
     * @param at when
     * @param rule the rule that asked for it
     * @param what was deleted
     * @param items how many; null when the entry's payload cannot be opened
     */
    public record Deletion(
            long index, Instant at, String rule, String what, @Nullable Long items) {}

    /**
     * The audit log, verified while the report was made.
     *
     * @param size entries under the signed checkpoint
     * @param root its Merkle root, Base64; null when there is no valid checkpoint
     * @param verified whether signature, entries, tiles and root agree
     * @param problem the first place where they do not
     * @param verifierKey what checks the signature; compare it with the board's own copy
     * @param checkpoint the signed checkpoint, word for word
     * @param inPeriod entries in the period
     * @param entries how many of each type in the period
     * @param unopened entries in the period whose sealed payload could not be opened or is not what
     *     the entry commits to
     * @param listed where the entries of the period stand, in the auditor's edition
     */
    public record LedgerState(
            long size,
            @Nullable String root,
            boolean verified,
            @Nullable String problem,
            String verifierKey,
            String checkpoint,
            long inPeriod,
            Map<String, Long> entries,
            long unopened,
            List<ListedEntry> listed) {

        public LedgerState {
            entries = sorted(entries);
            listed = List.copyOf(listed);
        }
    }

    /**
     * An entry of the ledger, as everybody can read it.
     *
     * @param index its place
     * @param at when
     * @param type what happened
     * @param rule the rule that decided
     * @param outcome what was decided
     */
    public record ListedEntry(
            long index, Instant at, LedgerEntryType type, String rule, Outcome outcome) {}

    /**
     * The rules as they stand.
     *
     * @param inForce whether collection is allowed to happen under them now
     * @param version the agency's label; null when there is no rulebook, as all below
     * @param hash of the rulebook
     * @param effective first day on which it holds, ISO date in UTC
     * @param sunset last day on which it holds
     * @param daysToSunset days until then, negative when it has lapsed
     * @param signers whose signatures make it valid
     */
    public record RulebookState(
            boolean inForce,
            @Nullable String version,
            @Nullable String hash,
            @Nullable String effective,
            @Nullable String sunset,
            @Nullable Long daysToSunset,
            List<String> signers) {

        public RulebookState {
            signers = List.copyOf(signers);
        }
    }
}
