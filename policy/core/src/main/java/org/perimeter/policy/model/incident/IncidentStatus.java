// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.incident;

/** Where an incident stands in its life. */
public enum IncidentStatus {
    /** Known, but not live: nothing is collected. */
    PENDING,
    /** Live: its fence is watched until {@link Incident#expiresAt()}. */
    ACTIVE,
    /** Over for good; taken up again only by a new incident that names it. */
    CLOSED,
    /** Never was, or was a mistake: alerts are retracted. */
    CANCELLED
}
