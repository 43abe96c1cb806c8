// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.source;

import org.perimeter.policy.model.incident.Incident;

/** A feed of incidents, polled by an intake loop; what it brings goes to the incident store. */
public interface IncidentSource extends AutoCloseable {

    /** Id of this connector instance, as configured. */
    String id();

    /**
     * Brings incidents that are new or changed since the cursor. A failed or empty poll never
     * closes an incident.
     */
    FetchOutcome<Incident> fetch(SourceCursor cursor);

    /** Disconnects; safe to call twice. */
    @Override
    void close();
}
