// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.status;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.LedgerWatch;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.policy.access.Action;
import org.perimeter.policy.ledger.LedgerReader;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.model.decision.PolicyDecision;
import org.perimeter.policy.model.decision.ReasonCode;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rulebook.entry.SourceEntry;
import org.perimeter.policy.rules.CollectionGate;
import org.perimeter.policy.rules.CollectionInput;
import org.perimeter.policy.yaml.YamlProblem;
import org.perimeter.search.access.AccessGuard;
import org.perimeter.search.api.Call;
import org.perimeter.search.api.Route;
import org.perimeter.search.incident.Receipts;
import org.perimeter.search.rulebook.RulebookDesk;
import org.perimeter.search.status.StatusView.Collecting;
import org.perimeter.search.status.StatusView.LedgerStatus;
import org.perimeter.search.status.StatusView.RulebookStatus;
import org.perimeter.search.status.StatusView.StoreStatus;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The state of the system; answers even when the store does not. */
public final class StatusRoutes {

    private static final int MOST_INCIDENTS = 1000;

    private final Stores stores;
    private final LedgerReader ledger;
    private final Receipts receipts;
    private final RulebookDesk rulebooks;
    private final AccessGuard guard;
    private final Clock clock;

    public StatusRoutes(
            Stores stores,
            LedgerReader ledger,
            Receipts receipts,
            RulebookDesk rulebooks,
            AccessGuard guard,
            Clock clock) {
        this.stores = stores;
        this.ledger = ledger;
        this.receipts = receipts;
        this.rulebooks = rulebooks;
        this.guard = guard;
        this.clock = clock;
    }

    /** The routes of this package. */
    public List<Route> routes() {
        return List.of(
                Route.get(
                        "/api/v1/status",
                        "Whether posts may be collected now, and why not when they may not.",
                        StatusView.class,
                        this::status));
    }

    private StatusView status(Call call) {
        guard.require(call.caller(), Action.VIEW_STATUS);
        Instant now = clock.instant();
        long live = 0;
        long missing = 0;
        Instant drainedAt = null;
        Instant retentionDoneAt = null;
        StoreStatus store = StoreStatus.UP;
        try {
            List<Incident> incidents = stores.incidents().list(MOST_INCIDENTS);
            missing = receipts.missing(incidents, now).size();
            live = incidents.stream().filter(incident -> incident.isLive(now)).count() - missing;
            drainedAt = drainedAt().orElse(null);
            retentionDoneAt = stores.retentionDiary().lastFinished().orElse(null);
        } catch (StoreException e) {
            store = StoreStatus.DOWN;
        }
        return new StatusView(
                rulebook(),
                collecting(now, live > 0, drainedAt, retentionDoneAt),
                live,
                missing,
                new LedgerStatus(ledgerSize(), drainedAt),
                store);
    }

    /** As the job sees it: when the inbox was last empty and nothing older was held back. */
    private Optional<Instant> drainedAt() {
        Optional<Instant> held = stores.ledgerWatch().heldSince(LedgerWatch.JOBS);
        return stores.ledgerInbox()
                .lastDrained()
                .map(drained -> held.filter(drained::isAfter).orElse(drained));
    }

    private RulebookStatus rulebook() {
        @Nullable Rulebook known = rulebooks.known().orElse(null);
        return new RulebookStatus(
                rulebooks.inForce().isPresent(),
                known == null ? null : known.hash(),
                known == null ? null : known.sunset().toString(),
                rulebooks.reason(),
                rulebooks.problems().stream().map(YamlProblem::toString).toList());
    }

    private Collecting collecting(
            Instant now,
            boolean live,
            @Nullable Instant drainedAt,
            @Nullable Instant retentionDoneAt) {
        @Nullable Rulebook rulebook = rulebooks.inForce().orElse(null);
        @Nullable ReasonCode reason = rulebooks.reason();
        PolicyDecision decision =
                CollectionGate.decide(
                        new CollectionInput(
                                anyUsableSource(rulebook, now),
                                null,
                                now,
                                rulebook,
                                reason == null ? ReasonCode.ALLOWED : reason,
                                live,
                                drainedAt,
                                retentionDoneAt));
        return new Collecting(
                decision.outcome() == Outcome.COLLECT,
                decision.outcome(),
                decision.reason(),
                decision.ruleId());
    }

    /** A source that may be used now, so that the gate's answer is about all else. */
    private static String anyUsableSource(@Nullable Rulebook rulebook, Instant now) {
        return rulebook == null
                ? ""
                : rulebook.sources().stream()
                        .filter(source -> source.isUsable(now))
                        .map(SourceEntry::id)
                        .findFirst()
                        .orElse("");
    }

    private @Nullable Long ledgerSize() {
        try {
            return ledger.head().size();
        } catch (IOException e) {
            return null;
        }
    }
}
