// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.oversight;

import org.perimeter.connectors.spi.store.DeadLetterStore;
import org.perimeter.policy.access.Action;
import org.perimeter.policy.model.LedgerEntryType;
import org.perimeter.search.access.AccessGuard;
import org.perimeter.search.access.Grant;
import org.perimeter.search.api.Call;
import org.perimeter.search.api.Parameter;
import org.perimeter.search.api.Route;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The report and the dead letters. */
public final class OversightRoutes {

    private final ReportDesk reports;
    private final DeadLetterStore deadLetters;
    private final AccessGuard guard;

    public OversightRoutes(ReportDesk reports, DeadLetterStore deadLetters, AccessGuard guard) {
        this.reports = reports;
        this.deadLetters = deadLetters;
        this.guard = guard;
    }

    /** The routes of this package. */
    public List<Route> routes() {
        return List.of(
                Route.get(
                        "/api/v1/report",
                        "The oversight report as of now. Each report is in the ledger.",
                        ReportView.class,
                        this::report),
                Route.get(
                                "/api/v1/dead-letters",
                                "What could not go on, by stage and reason; never any content.",
                                DeadLettersView.class,
                                this::deadLetters)
                        .with(
                                Parameter.query(
                                        "limit", Integer.class, "1 to 1000; 100 when left out.")));
    }

    private ReportView report(Call call) throws IOException {
        Grant grant = guard.require(Action.READ_REPORT);
        ReportView report = reports.report();
        long leaf =
                grant.record(
                        LedgerEntryType.REPORT,
                        Map.of(
                                "from", report.from().toString(),
                                "to", report.to().toString(),
                                "outsideIncidents", report.outsideIncidents().total(),
                                "held", report.held().total(),
                                "ledgerVerified", report.ledger().verified()));
        call.header(AccessGuard.LEAF_HEADER, Long.toString(leaf));
        return report;
    }

    private DeadLettersView deadLetters(Call call) {
        int limit = call.queryInt("limit", 100, 1, 1000);
        guard.require(Action.VIEW_DEAD_LETTERS);
        return new DeadLettersView(deadLetters.counts(), deadLetters.list(limit));
    }
}
