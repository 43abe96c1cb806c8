// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.retention;

import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.jobs.ledger.Clerk;
import org.perimeter.jobs.ledger.Drafts;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rules.RetentionSchedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** Deletes what is kept beside the posts when it is too old, and tells the ledger. */
public final class Sweeper {

    private static final String LIMIT_RULE = "RET-01";

    private final Stores stores;
    private final Clerk clerk;

    public Sweeper(Stores stores, Clerk clerk) {
        this.stores = stores;
        this.clerk = clerk;
    }

    /**
     * Dead letters, and alerts with the notices of their changes, which live no longer than the
     * classes that they belong to.
     */
    @Control("RET-01")
    void dropOldRecords(Rulebook rulebook, Instant now) {
        RetentionSchedule schedule = RetentionSchedule.of(rulebook);
        tell(
                "dead letters",
                stores.deadLetters().dropBefore(schedule.deadLettersFrom(now)),
                rulebook.hash(),
                now);
        stores.alertOutbox().forget(schedule.alertsFrom(now));
        tell("alerts", stores.alerts().dropBefore(schedule.alertsFrom(now)), rulebook.hash(), now);
    }

    /** The daily counts, which live as long as aggregates may. */
    void dropOldCounts(Instant now) {
        LocalDate first = RetentionSchedule.countsFrom(now);
        tell("counts", stores.tallies().dropBefore(first), "", now);
    }

    private void tell(String what, long items, String rulebookHash, Instant now) {
        if (items > 0) {
            clerk.hand(
                    Drafts.of(
                            LedgerEntryType.DELETE,
                            now,
                            LIMIT_RULE,
                            rulebookHash,
                            Outcome.DROP,
                            Map.ofEntries(
                                    Map.entry("what", what),
                                    Map.entry("items", items),
                                    Map.entry("verified", "query"))));
        }
    }
}
