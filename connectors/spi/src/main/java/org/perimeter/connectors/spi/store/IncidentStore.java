// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.store;

import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.incident.Incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Incidents with external versions, and the docket that says which of them the ledger has; jobs
 * reads nothing else about them.
 */
public interface IncidentStore {

    /**
     * Writes an incident; returns false, and changes nothing, when the stored version is the same
     * or newer. Visible to {@link #find} at once and to the lists soon after.
     */
    boolean put(Incident incident);

    /**
     * Writes an incident and hands the draft that tells of it to the ledger's inbox, in one
     * request, so that no death of the caller can lie between them. When this very version is
     * stored already, only the draft is handed in again, which changes nothing if it is known; when
     * another one of the same number or a newer one is stored, nothing happens.
     *
     * <p>Should another writer overtake between, the draft tells of a version that was never in
     * force.
     *
     * @param draft without a number; its payload names the incident and its version
     * @return whether the incident was written now
     * @throws StoreException when one of the two is not safe; the same call again mends it
     */
    boolean put(Incident incident, LedgerDraft draft);

    /** The incident with this id, read in real time. */
    Optional<Incident> find(String id);

    /**
     * Incidents written after the given point, ordered by (updatedAt, id), at most {@code limit}.
     *
     * @param updatedAfter exclusive with {@code afterId}: pairs (updatedAt, id) greater than this
     *     one
     * @param afterId id at {@code updatedAfter}; empty to include all of that instant
     */
    List<Incident> changedSince(Instant updatedAfter, String afterId, int limit);

    /** All incidents, newest opening first, at most {@code limit}. */
    List<Incident> list(int limit);

    /**
     * Replaces the docket: the signed list of the incidents that the ledger has.
     *
     * @param docket as {@link org.perimeter.policy.ledger.docket.Docket} writes it
     */
    void vouch(String docket);

    /**
     * The docket, read in real time; empty before the first. Anybody may have written it: open it
     * with the log's key.
     */
    Optional<String> docket();
}
