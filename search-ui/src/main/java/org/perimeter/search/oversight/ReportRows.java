// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.oversight;

import org.perimeter.policy.rules.SmallGroups;
import org.perimeter.search.oversight.ReportPage.Row;
import org.perimeter.search.oversight.ReportView.HeldClass;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tables of a report's page, row by row. */
final class ReportRows {

    private final ReportView report;
    private final Map<String, String> rules;

    ReportRows(ReportView report, Map<String, String> rules) {
        this.report = report;
        this.rules = rules;
    }

    /** Stored posts that nothing justifies. */
    List<Row> outside() {
        ReportView.OutsideIncidents outside = report.outsideIncidents();
        return List.of(
                row("Of an incident that is not on record", outside.unknownIncident(), "must be 0"),
                row(
                        "Seen before their incident opened",
                        outside.beforeOpening(),
                        "earlier than the rewind of rule COL-10 reaches back; must be 0"),
                row("Seen after their incident ended", outside.afterEnd(), "must be 0"));
    }

    /** The way of the posts, from seen to stored. */
    List<Row> posts() {
        ReportView.Collection collection = report.collection();
        List<Row> rows = new ArrayList<>();
        rows.add(row("Posts seen", collection.seen(), "every post that a source brought"));
        collection
                .gate()
                .forEach(
                        (decision, count) -> {
                            if (decision.startsWith("DROP/")) {
                                rows.add(row("Not read", count, because(decision)));
                            }
                        });
        rows.add(
                row(
                        "Waited in memory, then gone",
                        collection.forgotten(),
                        "never written to a disk"));
        rows.add(row("Inside a fence, not stored", collection.dropped(), dropReasons()));
        rows.add(row("Stored as they were", collection.admitted(), ""));
        rows.add(
                row(
                        "Stored with names, links and numbers replaced",
                        collection.redacted(),
                        "authors are pseudonyms in every stored post"));
        rows.add(
                row(
                        "Of the stored ones, seen before their incident opened",
                        collection.rewound(),
                        "let in by the rewind of rule COL-10"));
        return rows;
    }

    private String dropReasons() {
        List<String> reasons = new ArrayList<>();
        report.collection()
                .admission()
                .forEach(
                        (decision, count) -> {
                            if (decision.startsWith("DROP/")) {
                                reasons.add(number(count) + " " + because(decision));
                            }
                        });
        return String.join("; ", reasons);
    }

    /** What is held, class by class. */
    List<Row> held() {
        return report.held().classes().stream().map(this::row).toList();
    }

    private Row row(HeldClass held) {
        Long limit = held.limitHours();
        String left =
                held.hoursLeft() < 0
                        ? "overdue by " + PlainWords.hours(-held.hoursLeft())
                        : "gone in " + PlainWords.hours(held.hoursLeft()) + " at the latest";
        return new Row(
                PlainWords.retentionClass(held.retentionClass())
                        + " ("
                        + held.retentionClass()
                        + ")",
                number(held.posts()),
                "oldest must be gone by the end of "
                        + PlainWords.day(held.oldestDeleteBy())
                        + ", "
                        + left
                        + (limit == null ? "" : "; longest life " + PlainWords.hours(limit)));
    }

    /** Time with an incident open against time collecting. */
    List<Row> time() {
        ReportView.Minutes minutes = report.minutes();
        List<Row> rows = new ArrayList<>();
        rows.add(minutes("An incident was open", minutes.incidentOpen(), "from its log entry on"));
        rows.add(
                minutes(
                        "Posts were being collected",
                        minutes.collecting() - minutes.collectingOutside(),
                        ""));
        minutes.shut()
                .forEach(
                        (reason, time) ->
                                rows.add(
                                        minutes(
                                                "Collection was shut during an incident",
                                                time,
                                                "because " + PlainWords.reason(reason))));
        rows.add(
                minutes(
                        "Nobody watched during an incident",
                        minutes.unwatched(),
                        "the program was not running, or had not been told yet"));
        rows.add(
                minutes(
                        "Collecting after the last incident ended",
                        minutes.collectingOutside(),
                        "the moments until the end was heard of; posts from then are not stored"));
        rows.add(
                minutes(
                        "Standing by without an incident",
                        minutes.standby(),
                        "posts pass through memory and vanish; nothing is stored"));
        return rows;
    }

    /** Searches and refusals. */
    List<Row> use() {
        ReportView.Use use = report.use();
        List<Row> rows = new ArrayList<>();
        rows.add(row("Searches", use.searches(), "each states a purpose and a case number"));
        breakdown(rows, use.searchesByPurpose(), "for the purpose: ");
        rows.add(row("Looks at posts as they arrived", use.views(), ""));
        rows.add(row("Looks at alerts", use.alertViews(), ""));
        rows.add(row("Requests refused", use.denials(), ""));
        breakdown(rows, use.denialsByRule(), "by rule ");
        rows.add(row("Reports made before this one", use.reports(), ""));
        return rows;
    }

    private void breakdown(List<Row> rows, Map<String, Long> groups, String lead) {
        groups.forEach(
                (group, count) ->
                        rows.add(
                                new Row(
                                        "· "
                                                + (group.equals(SmallGroups.OTHER)
                                                        ? "groups too small to be named here"
                                                        : lead + name(group)),
                                        number(count),
                                        rules.getOrDefault(group, ""))));
    }

    private static String name(String group) {
        return group.matches("[A-Z]{3}-\\d\\d.*")
                ? group
                : PlainWords.code(group).toLowerCase(Locale.ROOT);
    }

    /** Alerts. */
    List<Row> alerts() {
        ReportView.AlertCounts alerts = report.alerts();
        return List.of(
                row("Alerts raised", alerts.raised(), "several authors, independently"),
                row("Confirmed by more authors", alerts.confirmed(), ""),
                row("Taken back", alerts.retracted(), "the posts behind them were withdrawn"));
    }

    /** Deletions. */
    List<Row> deletions() {
        ReportView.Deletions deletions = report.deletions();
        return List.of(
                row(
                        "Deletions asked for by platforms",
                        deletions.asked(),
                        "most are of posts that were never stored"),
                row("Stored posts erased because of them, or of an edit", deletions.erased(), ""),
                row(
                        "Items erased because their time was up",
                        deletions.byDeadline(),
                        "posts, alerts, dead letters and counts"),
                row(
                        "Incident keys destroyed",
                        deletions.keysDestroyed(),
                        "pseudonyms of that incident can never be traced back"),
                row("Entries in the audit log about all this", deletions.receipts(), ""),
                row(
                        "Deletions cut short and taken up again",
                        deletions.resumed(),
                        "the program ended, or the store was away, between beginning and end"),
                row(
                        "Deletions begun and not done yet",
                        deletions.unfinished(),
                        "each must be done within the next round of retention"));
    }

    /** Entries of the audit log per type. */
    List<Row> entries() {
        List<Row> rows = new ArrayList<>();
        report.ledger()
                .entries()
                .forEach((type, count) -> rows.add(row(PlainWords.code(type), count, type)));
        return rows;
    }

    private static String number(long count) {
        return PlainWords.number(count);
    }

    private static Row row(String label, long count, String note) {
        return new Row(label, PlainWords.number(count), note);
    }

    private static Row minutes(String label, double minutes, String note) {
        return new Row(label, PlainWords.minutes(minutes) + " min", note);
    }

    private static String because(String decision) {
        return "because " + PlainWords.reason(decision.substring(decision.indexOf('/') + 1));
    }
}
