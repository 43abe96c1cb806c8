// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.policy.ledger.LedgerReader;
import org.perimeter.policy.ledger.docket.IncidentPayload;
import org.perimeter.policy.rulebook.RulebookLoader;
import org.perimeter.policy.tlog.tile.TileReader;
import org.perimeter.search.access.AccessGuard;
import org.perimeter.search.access.AuditLog;
import org.perimeter.search.access.AuditTrail;
import org.perimeter.search.alert.AlertRoutes;
import org.perimeter.search.api.ApiServer;
import org.perimeter.search.api.Door;
import org.perimeter.search.api.Route;
import org.perimeter.search.api.RouteTable;
import org.perimeter.search.api.site.Site;
import org.perimeter.search.api.site.TlsConnector;
import org.perimeter.search.console.JurisdictionRoutes;
import org.perimeter.search.console.PageRoutes;
import org.perimeter.search.incident.IncidentRoutes;
import org.perimeter.search.incident.ReceiptAlarm;
import org.perimeter.search.incident.Receipts;
import org.perimeter.search.oversight.LedgerAudit;
import org.perimeter.search.oversight.OversightRoutes;
import org.perimeter.search.oversight.ReportDesk;
import org.perimeter.search.rulebook.RulebookDesk;
import org.perimeter.search.search.SearchRoutes;
import org.perimeter.search.signin.Entrance;
import org.perimeter.search.status.StatusRoutes;
import org.perimeter.search.stream.StreamRoutes;
import org.perimeter.search.webhook.Webhooks;
import org.perimeter.search.webhook.endpoint.Endpoint;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The console's parts, put together by hand. */
final class Console {

    private final RulebookDesk rulebooks;
    private final AuditLog audit;
    private final Webhooks webhooks;
    private final ReceiptAlarm alarm;
    private final RouteTable table;
    private final Door door;

    /**
     * @param entrances makes the manner in which people become known
     * @param stores opened and prepared
     * @param trail where audit events become durable
     * @param tiles the ledger's published files
     * @param ledger reads and verifies it
     * @param payload says of an incident what its receipt needs
     * @param rulebookFolder with the rulebook and its signatures
     * @param loader verifies rulebooks
     * @param jurisdiction folder that the map is drawn from; null for a plain map
     * @param more routes of parts that are put together elsewhere
     * @param endpoints that are told of alerts
     * @param clock wall clock
     */
    Console(
            Function<AuditLog, Entrance> entrances,
            Stores stores,
            AuditTrail trail,
            TileReader tiles,
            LedgerAudit ledger,
            IncidentPayload payload,
            Path rulebookFolder,
            RulebookLoader loader,
            @Nullable Path jurisdiction,
            List<Route> more,
            List<Endpoint> endpoints,
            Clock clock) {
        this.rulebooks = new RulebookDesk(rulebookFolder, loader, stores.rulebooks(), clock);
        this.audit = new AuditLog(trail, clock, rulebooks::hash);
        this.webhooks = new Webhooks(endpoints, stores, audit, clock);
        AccessGuard guard = new AccessGuard(() -> rulebooks.inForce().orElse(null), audit, clock);
        ReportDesk reports = new ReportDesk(stores, ledger, rulebooks, clock);
        Entrance entrance = entrances.apply(audit);
        this.door = entrance.door();
        List<Route> routes = new ArrayList<>(entrance.routes());
        Receipts receipts = new Receipts(stores.incidents(), ledger.key());
        this.alarm = new ReceiptAlarm(stores.incidents(), receipts, audit, clock);
        routes.addAll(
                new StatusRoutes(stores, new LedgerReader(tiles), receipts, rulebooks, guard, clock)
                        .routes());
        routes.addAll(
                new IncidentRoutes(stores.incidents(), payload, rulebooks, guard, clock).routes());
        routes.addAll(new SearchRoutes(stores.incidents(), stores.posts(), guard).routes());
        routes.addAll(new AlertRoutes(stores, guard, rulebooks::inForce, clock).routes());
        routes.addAll(new OversightRoutes(reports, stores.deadLetters(), guard).routes());
        routes.addAll(new StreamRoutes(stores, guard, clock).routes());
        routes.addAll(new JurisdictionRoutes(jurisdiction, guard).routes());
        routes.addAll(new PageRoutes().routes());
        routes.addAll(webhooks.routes(guard));
        routes.addAll(more);
        this.table = new RouteTable(routes, Webhooks.outgoing());
    }

    /**
     * Reads and activates the rulebook. A rulebook that is not valid does not keep the console from
     * serving: it says why nothing is collected.
     */
    void openRulebook() {
        rulebooks.open(audit);
    }

    /** Starts telling the endpoints of alerts, until what is returned is closed. */
    AutoCloseable startWebhooks() {
        return webhooks.start();
    }

    /** Starts looking for incidents without a receipt, until what is returned is closed. */
    AutoCloseable startAlarm() {
        return alarm.start();
    }

    /** Looks for them once. */
    void lookForReceipts() {
        alarm.look();
    }

    RouteTable table() {
        return table;
    }

    /**
     * The server of all routes, not started.
     *
     * @param tls by which it is reached; null for plain HTTP
     */
    ApiServer server(Site site, @Nullable TlsConnector tls) {
        return new ApiServer(table, site, door, tls);
    }
}
