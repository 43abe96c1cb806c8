// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store.memory;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.IncidentStore;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.incident.Incident;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Incidents in memory. */
public final class InMemoryIncidentStore implements IncidentStore {

    private static final Comparator<Incident> BY_CHANGE =
            Comparator.comparing(Incident::updatedAt).thenComparing(Incident::id);
    private static final Comparator<Incident> NEWEST_OPENING_FIRST =
            Comparator.comparing(Incident::openedAt).reversed().thenComparing(Incident::id);

    private final Map<String, Incident> incidents = new ConcurrentHashMap<>();
    private final WriteFaults faults = new WriteFaults();
    private final InMemoryLedgerInbox inbox;
    private volatile @Nullable String docket;

    InMemoryIncidentStore(InMemoryLedgerInbox inbox) {
        this.inbox = inbox;
    }

    /** While down, every call fails. */
    public WriteFaults faults() {
        return faults;
    }

    @Override
    public synchronized boolean put(Incident incident) {
        faults.check();
        Incident stored = incidents.get(incident.id());
        if (stored != null && stored.version() >= incident.version()) {
            return false;
        }
        incidents.put(incident.id(), incident);
        return true;
    }

    @Override
    public synchronized boolean put(Incident incident, LedgerDraft draft) {
        faults.check();
        Incident stored = incidents.get(incident.id());
        boolean newer = stored == null || stored.version() < incident.version();
        boolean same = stored != null && stored.equals(incident.withUpdatedAt(stored.updatedAt()));
        if (newer || same) {
            inbox.handIn(draft, () -> keep(incident, newer));
        }
        return newer;
    }

    private void keep(Incident incident, boolean newer) {
        if (newer) {
            incidents.put(incident.id(), incident);
        }
    }

    @Override
    public Optional<Incident> find(String id) {
        faults.check();
        return Optional.ofNullable(incidents.get(id));
    }

    @Override
    public List<Incident> changedSince(Instant updatedAfter, String afterId, int limit) {
        faults.check();
        return incidents.values().stream()
                .filter(incident -> isAfter(incident, updatedAfter, afterId))
                .sorted(BY_CHANGE)
                .limit(limit)
                .toList();
    }

    private static boolean isAfter(Incident incident, Instant updatedAfter, String afterId) {
        int order = incident.updatedAt().compareTo(updatedAfter);
        return order > 0 || (order == 0 && incident.id().compareTo(afterId) > 0);
    }

    @Override
    public List<Incident> list(int limit) {
        faults.check();
        return incidents.values().stream().sorted(NEWEST_OPENING_FIRST).limit(limit).toList();
    }

    @Override
    public void vouch(String written) {
        faults.check();
        docket = written;
    }

    @Override
    public Optional<String> docket() {
        faults.check();
        return Optional.ofNullable(docket);
    }

    /** Writes an incident as somebody does who goes around all of this. */
    public synchronized void forge(Incident incident) {
        incidents.put(incident.id(), incident);
    }
}
