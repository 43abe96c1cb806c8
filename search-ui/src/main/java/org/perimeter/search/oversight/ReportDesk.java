// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.oversight;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.TimeSpan;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rules.RetentionSchedule;
import org.perimeter.policy.rules.RewindRule;
import org.perimeter.policy.tlog.verify.LogVerification;
import org.perimeter.search.oversight.ReportView.AlertCounts;
import org.perimeter.search.oversight.ReportView.Collection;
import org.perimeter.search.oversight.ReportView.Deletions;
import org.perimeter.search.oversight.ReportView.IncidentCounts;
import org.perimeter.search.oversight.ReportView.LedgerState;
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

/** Computes the oversight report from the stores and the ledger. */
public final class ReportDesk {

    private static final int MOST_INCIDENTS = 10_000;
    private static final int MOST_UNFINISHED = 1_000;

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

    /** The wall clock. */
    Instant now() {
        return clock.instant();
    }

    /**
     * The report of a period.
     *
     * @throws IOException when the ledger's files cannot be read
     */
    ReportView report(ReportPeriod days, Edition edition) throws IOException {
        Instant now = clock.instant();
        TimeSpan period = days.span();
        @Nullable Rulebook rulebook = rulebooks.known().orElse(null);
        List<Incident> incidents = stores.incidents().list(MOST_INCIDENTS);
        StoredCounts held = new StoredCounts(stores.posts());
        Tallies tallies = new Tallies(stores.tallies().total(days.from(), days.to()));
        LogVerification verified = ledger.verify();
        LedgerDigest digest = new LedgerDigest(period);
        if (verified.ok()) {
            ledger.read(verified.size(), digest);
        }
        ReportView whole =
                new ReportView(
                        edition,
                        rulebook == null ? "" : rulebook.head().agency(),
                        days.from().toString(),
                        days.to().toString(),
                        now,
                        held.outside(incidents, RewindRule.of(rulebook)),
                        collection(tallies, digest),
                        held.held(
                                now,
                                rulebook == null ? null : RetentionSchedule.of(rulebook),
                                stores.retentionDiary().lastFinished().orElse(null)),
                        WatchMinutes.of(
                                incidents,
                                digest.openings(),
                                tallies,
                                period.to().isAfter(now)
                                        ? new TimeSpan(period.from(), now)
                                        : period),
                        new IncidentCounts(
                                digest.count(LedgerEntryType.INCIDENT_OPEN),
                                digest.count(LedgerEntryType.INCIDENT_CLOSE),
                                digest.withoutReceipt()),
                        use(digest),
                        new AlertCounts(
                                digest.alerts("RAISED"),
                                digest.alerts("CONFIRMED"),
                                digest.alerts("RETRACTED")),
                        deletions(
                                tallies,
                                digest,
                                stores.retentionDiary().open(MOST_UNFINISHED).size()),
                        stores.deadLetters().counts(),
                        ledger(verified, digest),
                        rulebook(rulebook, now));
        return EditionCut.of(whole);
    }

    private static Collection collection(Tallies tallies, LedgerDigest digest) {
        return new Collection(
                tallies.of("seen"),
                tallies.of("waited"),
                tallies.of("forgotten"),
                tallies.of("rewound"),
                tallies.sum("admission/ADMIT/"),
                tallies.sum("admission/REDACT/"),
                tallies.sum("admission/DROP/"),
                tallies.group("gate/"),
                tallies.group("admission/"),
                digest.count(LedgerEntryType.COLLECT_BATCH),
                digest.stored());
    }

    private static Use use(LedgerDigest digest) {
        return new Use(
                digest.count(LedgerEntryType.SEARCH),
                digest.purposes(),
                digest.count(LedgerEntryType.VIEW),
                digest.count(LedgerEntryType.ALERT_VIEW),
                digest.count(LedgerEntryType.DENY),
                digest.denials(),
                digest.count(LedgerEntryType.REPORT));
    }

    private static Deletions deletions(Tallies tallies, LedgerDigest digest, long unfinished) {
        long keys = digest.count(LedgerEntryType.KEY_DESTROY);
        return new Deletions(
                tallies.of("deletesAsked"),
                tallies.of("erased"),
                digest.byDeadline(),
                keys,
                digest.count(LedgerEntryType.DELETE) + keys,
                digest.resumed(),
                unfinished,
                digest.deletions());
    }

    private LedgerState ledger(LogVerification verified, LedgerDigest digest) throws IOException {
        return new LedgerState(
                verified.size(),
                verified.root(),
                verified.ok(),
                verified.problem(),
                ledger.verifierKey(),
                ledger.checkpoint(),
                digest.byType().values().stream().mapToLong(Long::longValue).sum(),
                digest.byType(),
                digest.unopened(),
                digest.listed());
    }

    private RulebookState rulebook(@Nullable Rulebook known, Instant now) {
        if (known == null) {
            return new RulebookState(false, null, null, null, null, null, List.of());
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return new RulebookState(
                rulebooks.inForce().isPresent(),
                known.head().version(),
                known.hash(),
                known.head().effective().toString(),
                known.sunset().toString(),
                ChronoUnit.DAYS.between(today, known.sunset()),
                rulebooks.signers());
    }
}
