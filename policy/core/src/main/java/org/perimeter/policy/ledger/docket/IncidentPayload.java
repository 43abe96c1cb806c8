// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.ledger.docket;

import org.perimeter.policy.key.IncidentSeal;
import org.perimeter.policy.model.incident.Incident;

import java.util.Map;

/** Writes what an entry of an incident must say so that a receipt comes of it. */
public final class IncidentPayload {

    private final IncidentSeal seal;

    /**
     * @param seal of the deployment
     */
    public IncidentPayload(IncidentSeal seal) {
        this.seal = seal;
    }

    /** The members that every payload about a version of an incident holds. */
    public Map<String, String> members(Incident incident) {
        return IncidentEntry.members(incident, seal);
    }
}
