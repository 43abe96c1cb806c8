// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.oversight;

import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.policy.model.Incident;
import org.perimeter.policy.model.LedgerEntryType;
import org.perimeter.policy.rulebook.RuleId;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.search.oversight.ReportView.Collection;
import org.perimeter.search.oversight.ReportView.Deletions;
import org.perimeter.search.oversight.ReportView.LedgerState;
import org.perimeter.search.oversight.ReportView.Minutes;
import org.perimeter.search.oversight.ReportView.RulebookState;
import org.perimeter.search.oversight.ReportView.Use;
import org.perimeter.search.rulebook.RulebookDesk;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Computes the oversight report from the stores and the ledger. */
public final class ReportDesk {

    private static final int MOST_INCIDENTS = 10_000;

    private final Stores stores;
    private final LedgerAudit ledger;
    private final RulebookDesk rulebooks;
    private final Clock clock;

    public ReportDesk(Stores stores, LedgerAudit ledger, RulebookDesk rulebooks, Clock clock) {
        this.stores = stores;
        this.ledger = ledger;
        this.rulebooks = rulebooks;
        this.clock = clock;
    }

    /**
     * The report as of now.
     *
     * @throws IOException when the ledger's files cannot be read
     */
    ReportView report() throws IOException {
        Instant now = clock.instant();
        List<Incident> incidents = stores.incidents().list(MOST_INCIDENTS);
        HeldPosts held = new HeldPosts(stores.posts());
        Tallies tallies = new Tallies(stores.tallies().total());
        LedgerState state = ledger.state();
        return new ReportView(
                state.verified() ? ledger.firstEntryAt(state.size()).orElse(now) : now,
                now,
                held.outside(incidents, rewindMinutes()),
                new Collection(
                        tallies.of("seen"),
                        tallies.admitted(),
                        tallies.group("gate/"),
                        tallies.group("admission/")),
                held.held(now),
                new Minutes(
                        tallies.minutes("collectingMillis"),
                        tallies.minutes("standbyMillis"),
                        OpenTime.atLeastOne(incidents, now).toMillis() / 60_000.0),
                use(state.entries()),
                new Deletions(tallies.of("deletesAsked"), tallies.of("erased")),
                stores.deadLetters().counts(),
                state,
                rulebook(now));
    }

    private double rewindMinutes() {
        return rulebooks.known().map(rulebook -> rulebook.value(RuleId.REWIND)).orElse(0.0);
    }

    private static Use use(Map<String, Long> entries) {
        return new Use(
                count(entries, LedgerEntryType.SEARCH),
                count(entries, LedgerEntryType.VIEW),
                count(entries, LedgerEntryType.ALERT_VIEW),
                count(entries, LedgerEntryType.DENY));
    }

    private static long count(Map<String, Long> entries, LedgerEntryType type) {
        return entries.getOrDefault(type.name(), 0L);
    }

    private RulebookState rulebook(Instant now) {
        if (rulebooks.known().isEmpty()) {
            return new RulebookState(false, null, null, null);
        }
        Rulebook known = rulebooks.known().get();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return new RulebookState(
                rulebooks.inForce().isPresent(),
                known.hash(),
                known.sunset().toString(),
                ChronoUnit.DAYS.between(today, known.sunset()));
    }
}
