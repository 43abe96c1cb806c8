// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.oversight;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.DeadLetterStore;
import org.perimeter.policy.access.Action;
import org.perimeter.policy.controls.catalogue.CatalogueEntry;
import org.perimeter.policy.controls.catalogue.ControlCatalogue;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.search.access.AccessGuard;
import org.perimeter.search.access.Grant;
import org.perimeter.search.api.Call;
import org.perimeter.search.api.Parameter;
import org.perimeter.search.api.Route;
import org.perimeter.search.api.error.ApiException;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The report, as data and as a page made of the same data, and the dead letters. */
public final class OversightRoutes {

    private static final String HTML = "text/html;charset=utf-8";
    private static final Parameter[] WHICH = {
        Parameter.query("from", String.class, "First day, UTC; thirty days up to the last."),
        Parameter.query("to", String.class, "Last day, included; today when left out."),
        Parameter.query("edition", String.class, "public, board or auditor; board when left out.")
    };

    private final ReportDesk reports;
    private final DeadLetterStore deadLetters;
    private final AccessGuard guard;
    private final StyleSheet sheet = StyleSheet.shipped();
    private final Map<String, String> rules =
            ControlCatalogue.shipped().controls().stream()
                    .collect(Collectors.toMap(CatalogueEntry::id, CatalogueEntry::rule));
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    public OversightRoutes(ReportDesk reports, DeadLetterStore deadLetters, AccessGuard guard) {
        this.reports = reports;
        this.deadLetters = deadLetters;
        this.guard = guard;
        templates.setBinaryStaticContent(false);
    }

    /** The routes of this package. */
    public List<Route> routes() {
        return List.of(
                Route.get(
                                "/api/v1/report",
                                "The oversight report of some days. Each report is in the ledger.",
                                ReportView.class,
                                this::report)
                        .with(WHICH),
                Route.document(
                                "/report",
                                "The same report as a page that needs nothing but itself.",
                                HTML,
                                this::page)
                        .with(WHICH),
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
        ReportPeriod period =
                ReportPeriod.parse(call.query("from"), call.query("to"), reports.now());
        Edition edition = edition(call.query("edition"));
        Grant grant = guard.require(call.caller(), Action.READ_REPORT);
        ReportView report = reports.report(period, edition);
        long leaf =
                grant.record(
                        LedgerEntryType.REPORT,
                        Map.of(
                                "edition", report.edition().name(),
                                "from", report.from(),
                                "to", report.to(),
                                "ledgerSize", report.ledger().size(),
                                "outsideIncidents", report.outsideIncidents().total(),
                                "held", report.held().total(),
                                "ledgerVerified", report.ledger().verified()));
        call.header(AccessGuard.LEAF_HEADER, Long.toString(leaf));
        return report;
    }

    private byte[] page(Call call) throws IOException {
        ReportView report = report(call);
        call.header("Content-Security-Policy", sheet.policy() + "; frame-ancestors 'none'");
        Utf8ByteOutput output = new Utf8ByteOutput();
        templates.render("report.jte", new ReportPage(report, sheet, address(call), rules), output);
        return output.toByteArray();
    }

    private static String address(Call call) {
        return "http://" + call.requestHeader("Host");
    }

    private static Edition edition(@Nullable String name) {
        if (name == null) {
            return Edition.BOARD;
        }
        for (Edition edition : Edition.values()) {
            if (edition.name().toLowerCase(Locale.ROOT).equals(name)) {
                return edition;
            }
        }
        throw ApiException.badField("edition", "must be public, board or auditor");
    }

    private DeadLettersView deadLetters(Call call) {
        int limit = call.queryInt("limit", 100, 1, 1000);
        Grant grant = guard.require(call.caller(), Action.VIEW_DEAD_LETTERS);
        DeadLettersView view = new DeadLettersView(deadLetters.counts(), deadLetters.list(limit));
        long leaf =
                grant.record(
                        LedgerEntryType.READ,
                        Map.of("what", "dead letters", "items", view.items().size()));
        call.header(AccessGuard.LEAF_HEADER, Long.toString(leaf));
        return view;
    }
}
