// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store.memory;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.AlertNotice;
import org.perimeter.connectors.spi.store.AlertStore;
import org.perimeter.connectors.spi.store.WriteOutcome;
import org.perimeter.connectors.spi.store.WriteOutcome.Result;
import org.perimeter.policy.model.alert.Alert;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Alerts in memory. */
public final class InMemoryAlertStore implements AlertStore {

    private static final Comparator<Alert> NEWEST_CHANGE_FIRST =
            Comparator.comparing(Alert::updatedAt).reversed().thenComparing(Alert::id);

    private final Map<String, Alert> alerts = new ConcurrentHashMap<>();
    private final WriteFaults faults = new WriteFaults();
    private final InMemoryAlertOutbox outbox;

    /** An empty store with an outbox of its own. */
    public InMemoryAlertStore() {
        this(new InMemoryAlertOutbox());
    }

    /** An empty store that leaves its notices in this outbox. */
    InMemoryAlertStore(InMemoryAlertOutbox outbox) {
        this.outbox = outbox;
    }

    /** Faults to inject into {@link #write} and, while down, into every call. */
    public WriteFaults faults() {
        return faults;
    }

    @Override
    public CompletionStage<List<WriteOutcome>> write(List<Alert> batch) {
        return faults.apply(batch, Alert::id, this::apply);
    }

    private WriteOutcome apply(Alert alert) {
        if (alert.telling().now()) {
            outbox.handIn(AlertNotice.of(alert));
        }
        Alert stored = alerts.get(alert.id());
        if (stored != null && stored.sequence() > alert.sequence()) {
            return new WriteOutcome(alert.id(), Result.STALE, "version_conflict");
        }
        alerts.put(alert.id(), alert);
        return new WriteOutcome(alert.id(), Result.OK, "");
    }

    @Override
    public Optional<Alert> find(String id) {
        faults.check();
        return Optional.ofNullable(alerts.get(id));
    }

    @Override
    public List<Alert> list(@Nullable String incidentId, int limit) {
        faults.check();
        return alerts.values().stream()
                .filter(alert -> incidentId == null || alert.incidentId().equals(incidentId))
                .sorted(NEWEST_CHANGE_FIRST)
                .limit(limit)
                .toList();
    }

    @Override
    public long dropBefore(Instant at) {
        faults.check();
        long before = alerts.size();
        alerts.values().removeIf(alert -> alert.updatedAt().isBefore(at));
        return before - alerts.size();
    }
}
