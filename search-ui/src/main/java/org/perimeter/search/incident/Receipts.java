// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.incident;

import org.perimeter.connectors.spi.store.IncidentStore;
import org.perimeter.policy.ledger.docket.Docket;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.tlog.encoding.MalformedLogException;
import org.perimeter.policy.tlog.note.VerifierKey;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Knows of which incidents in the store the ledger knows nothing, as the jobs see it. */
public final class Receipts {

    /** A receipt comes within a second or two of the incident. */
    private static final Duration YOUNG = Duration.ofSeconds(5);

    private static final Docket NONE = new Docket(Instant.EPOCH, 0, Map.of());

    private final IncidentStore incidents;
    private final VerifierKey key;

    /**
     * @param key of the log
     */
    public Receipts(IncidentStore incidents, VerifierKey key) {
        this.incidents = incidents;
        this.key = key;
    }

    /** Those that are live by their document and that the ledger does not have. */
    public List<Incident> missing(List<Incident> all, Instant now) {
        Docket docket = docket();
        return all.stream()
                .filter(incident -> incident.isLive(now) && !isYoung(incident, now))
                .filter(incident -> !docket.vouchesFor(incident))
                .toList();
    }

    /** The time of writing is the writer's own word, so one that lies ahead is none. */
    private static boolean isYoung(Incident incident, Instant now) {
        Instant written = incident.updatedAt();
        return !written.isAfter(now) && written.plus(YOUNG).isAfter(now);
    }

    private Docket docket() {
        try {
            String note = incidents.docket().orElse("");
            return note.isEmpty() ? NONE : Docket.open(note, key);
        } catch (MalformedLogException e) {
            return NONE;
        }
    }
}
