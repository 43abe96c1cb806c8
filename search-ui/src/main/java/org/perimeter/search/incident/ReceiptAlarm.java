// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.incident;

import org.perimeter.connectors.spi.store.IncidentStore;
import org.perimeter.connectors.spi.store.StoreException;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.LedgerEntryType;
import org.perimeter.policy.model.decision.Outcome;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.rulebook.RuleId;
import org.perimeter.search.access.AuditEvent;
import org.perimeter.search.access.AuditLog;
import org.perimeter.search.access.AuditUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Puts into the ledger, once for each, that an incident lies in the store of which the ledger knows
 * nothing: somebody wrote it there past all rules.
 */
public final class ReceiptAlarm {

    private static final Logger LOGGER = LoggerFactory.getLogger(ReceiptAlarm.class);
    private static final int MOST_INCIDENTS = 5_000;
    private static final int MOST_REMEMBERED = 10_000;
    private static final long EVERY_SECONDS = 5;

    private final IncidentStore incidents;
    private final Receipts receipts;
    private final AuditLog audit;
    private final Clock clock;
    private final Set<String> sounded = new HashSet<>();

    public ReceiptAlarm(IncidentStore incidents, Receipts receipts, AuditLog audit, Clock clock) {
        this.incidents = incidents;
        this.receipts = receipts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Looks again and again, until what is returned is closed. */
    public AutoCloseable start() {
        ScheduledExecutorService thread =
                Executors.newSingleThreadScheduledExecutor(
                        task -> new Thread(task, "receipt-alarm"));
        ScheduledFuture<?> unused =
                thread.scheduleWithFixedDelay(
                        this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        return thread::shutdownNow;
    }

    /** Looks once. */
    @Control({"COL-01", "AUD-02"})
    public void look() {
        try {
            for (Incident incident :
                    receipts.missing(incidents.list(MOST_INCIDENTS), clock.instant())) {
                sound(incident);
            }
        } catch (StoreException | AuditUnavailableException e) {
            LOGGER.atWarn().log("incidents not compared with the ledger");
        }
    }

    private void sound(Incident incident) {
        String version = Long.toString(incident.version());
        String name = incident.id() + ' ' + version;
        if (sounded.contains(name)) {
            return;
        }
        LOGGER.atError()
                .addKeyValue("incident", incident.id())
                .log("an incident in the store has no entry in the ledger");
        audit.record(
                new AuditEvent(
                        LedgerEntryType.DENY,
                        RuleId.INCIDENT_ONLY,
                        Outcome.DENY,
                        "console",
                        Map.of(
                                "action",
                                "COLLECT",
                                "object",
                                incident.id(),
                                "version",
                                version,
                                "reason",
                                "NO_RECEIPT")));
        if (sounded.size() >= MOST_REMEMBERED) {
            sounded.clear();
        }
        sounded.add(name);
    }
}
