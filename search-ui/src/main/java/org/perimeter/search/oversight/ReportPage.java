// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.oversight;

import org.perimeter.policy.rules.RetentionSchedule;
import org.perimeter.search.oversight.ReportView.Deletion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The report as people read it: the same record, in words and rows.
 *
 * @param report the record
 * @param sheet how it looks
 * @param address of the console that made it, for the commands that check it
 * @param rules what each rule says, by its id
 */
public record ReportPage(
        ReportView report, StyleSheet sheet, String address, Map<String, String> rules) {

    public ReportPage {
        rules = Map.copyOf(rules);
    }

    /**
     * A line of a table.
     *
     * @param label what is counted
     * @param value how many
     * @param note what to think of it; may be empty
     */
    public record Row(String label, String value, String note) {}

    /** Whether nothing in the report asks for a question. */
    public boolean isClean() {
        return report.outsideIncidents().total() == 0
                && report.incidents().withoutReceipt() == 0
                && report.held().overdue() == 0
                && report.ledger().verified()
                && report.ledger().unopened() == 0
                && report.rulebook().inForce();
    }

    /** What must be asked about, most serious first; empty when it is clean. */
    public List<String> questions() {
        List<String> questions = new ArrayList<>();
        if (report.outsideIncidents().total() > 0) {
            questions.add(
                    PlainWords.count(
                                    report.outsideIncidents().total(),
                                    "stored post belongs",
                                    "stored posts belong")
                            + " to no open time of an incident.");
        }
        if (report.incidents().withoutReceipt() > 0) {
            questions.add(
                    PlainWords.count(
                                    report.incidents().withoutReceipt(),
                                    "incident was",
                                    "incidents were")
                            + " written into the store past the audit log; nothing was collected"
                            + " for them. Who has access to the store?");
        }
        if (!report.ledger().verified()) {
            questions.add(
                    "The audit log does not verify: "
                            + report.ledger().problem()
                            + ". What this report counts from it cannot be trusted.");
        }
        if (report.ledger().unopened() > 0) {
            questions.add(
                    PlainWords.count(report.ledger().unopened(), "entry", "entries")
                            + " of the audit log cannot be opened; only the public part of them"
                            + " is counted.");
        }
        if (report.held().overdue() > 0) {
            questions.add(
                    PlainWords.count(report.held().overdue(), "post is held", "posts are held")
                            + " past the last day.");
        }
        if (!report.rulebook().inForce()) {
            questions.add("No rulebook is in force, so nothing may be collected.");
        }
        return questions;
    }

    /** For whom, as the head of the page says it. */
    public String editionWords() {
        return switch (report.edition()) {
            case PUBLIC -> "Public edition";
            case BOARD -> "Board edition";
            case AUDITOR -> "Auditor's edition";
        };
    }

    /** The edition as the command line names it. */
    public String editionCode() {
        return report.edition().name().toLowerCase(Locale.ROOT);
    }

    /** Whose report it is. */
    public String agency() {
        return report.agency().isEmpty() ? "No rulebook, no agency" : report.agency();
    }

    /** The days, as options of a command. */
    public String days() {
        return "--from " + report.from() + " --to " + report.to();
    }

    /** The look of a number that must be 0. */
    public String mustBeZero(long count) {
        return count == 0 ? "zero" : "wrong";
    }

    /** Posts stored in the period. */
    public long stored() {
        return report.collection().admitted() + report.collection().redacted();
    }

    /** Days until the rulebook ends. */
    public String sunset() {
        Long days = report.rulebook().daysToSunset();
        return days == null ? "–" : number(days);
    }

    /** The answer to the first question. */
    public String outsideAnswer() {
        long outside = report.outsideIncidents().total();
        if (outside > 0) {
            return "Yes. Of "
                    + PlainWords.count(report.held().total(), "stored post", "stored posts")
                    + ", "
                    + PlainWords.count(outside, "belongs", "belong")
                    + " to no open time of an incident.";
        }
        return "No. Of "
                + PlainWords.count(report.held().total(), "stored post", "stored posts")
                + ", all belong to an incident on record and were seen while it was"
                + " open, or shortly before as the rewind allows.";
    }

    /** What can be said of deletion as such. */
    public String retention() {
        Instant done = report.held().retentionDoneAt();
        return done == null
                ? "The part of the program that deletes has not finished a round yet; until it has,"
                        + " nothing is collected."
                : "The part of the program that deletes last found nothing left that was due on "
                        + PlainWords.time(done)
                        + ". When that is more than a day ago, collection stops by itself (rule"
                        + " RET-02). What was erased leaves the disks within "
                        + PlainWords.hours(RetentionSchedule.OFF_DISK.toHours())
                        + " at the latest.";
    }

    /** The rules that govern. */
    public String underWhichRules() {
        ReportView.RulebookState rules = report.rulebook();
        String sunset = rules.sunset();
        if (sunset == null) {
            return "There is no rulebook, so nothing may be collected.";
        }
        Long days = rules.daysToSunset();
        return "Version "
                + rules.version()
                + ", signed by "
                + String.join(" and ", rules.signers())
                + (rules.inForce() ? ". It is in force. " : ". It is not in force. ")
                + (days != null && days < 0
                        ? "It ended on " + day(sunset) + ", and collection with it."
                        : "It ends by itself on "
                                + day(sunset)
                                + ", in "
                                + number(days == null ? 0 : days)
                                + " days; then nothing is collected any more until both have"
                                + " signed again.");
    }

    /** What verifying the log brought. */
    public String log() {
        ReportView.LedgerState ledger = report.ledger();
        if (!ledger.verified()) {
            return "No. It was read while this report was made, and does not verify: "
                    + ledger.problem()
                    + ".";
        }
        return "Yes. All "
                + number(ledger.size())
                + " entries were read while this report was made; signature, entries, hashes and"
                + " root agree. "
                + number(ledger.inPeriod())
                + " of them are of this period. The signed checkpoint below stands for all of them:"
                + " keep it, and no entry up to it can be changed or taken out without your seeing"
                + " it.";
    }

    /** The days of the report. */
    public String period() {
        return report.from().equals(report.to())
                ? day(report.from())
                : day(report.from()) + " to " + day(report.to());
    }

    /** What the second count, from the audit log, says of the stored posts. */
    public String secondCount() {
        ReportView.Collection collection = report.collection();
        String said =
                "The audit log speaks of "
                        + PlainWords.count(collection.ledgerStored(), "stored post", "stored posts")
                        + " in "
                        + PlainWords.count(
                                collection.ledgerBatches(), "sealed entry", "sealed entries")
                        + ", ";
        if (collection.agrees()) {
            return said + "the same number as the gates counted.";
        }
        return said
                + "and the gates counted "
                + number(collection.admitted() + collection.redacted())
                + ". Entries follow the posts by a few seconds; if the two still differ when"
                + " nothing is being collected, ask why.";
    }

    /** One deletion. */
    public Row deletion(Deletion deletion) {
        Long items = deletion.items();
        return new Row(
                time(deletion.at()),
                items == null ? "?" : number(items),
                deletion.what() + " (rule " + deletion.rule() + ")");
    }

    /** Stored posts that nothing justifies. */
    public List<Row> outside() {
        return rows().outside();
    }

    /** Time with an incident open against time collecting. */
    public List<Row> time() {
        return rows().time();
    }

    /** The way of the posts, from seen to stored. */
    public List<Row> posts() {
        return rows().posts();
    }

    /** What is held, class by class. */
    public List<Row> held() {
        return rows().held();
    }

    /** Searches and refusals. */
    public List<Row> use() {
        return rows().use();
    }

    /** Alerts. */
    public List<Row> alerts() {
        return rows().alerts();
    }

    /** Deletions. */
    public List<Row> deletions() {
        return rows().deletions();
    }

    /** Entries of the audit log. */
    public List<Row> entries() {
        return rows().entries();
    }

    private ReportRows rows() {
        return new ReportRows(report, rules);
    }

    /** An instant in words. */
    public String time(Instant instant) {
        return PlainWords.time(instant);
    }

    /** A whole number. */
    public String number(long count) {
        return PlainWords.number(count);
    }

    /** A date in words. */
    public String day(String isoDate) {
        return PlainWords.day(isoDate);
    }
}
