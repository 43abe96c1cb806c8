// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.source;

import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentStatement;

import java.util.List;

/**
 * A feed of incidents, polled by an intake loop. It states; what becomes of an incident is decided
 * by {@code policy.rules.life.IncidentRules}.
 */
public interface IncidentSource extends AutoCloseable {

    /** Id of this connector instance, as configured. */
    String id();

    /**
     * Tells, before the first fetch, what is stored of this source and not over, so that a feed
     * knows after a restart what has vanished from it meanwhile.
     */
    void resume(List<Incident> stored);

    /**
     * Brings statements that are new or changed since the cursor. A failed or empty poll never
     * closes an incident.
     */
    FetchOutcome<IncidentStatement> fetch(SourceCursor cursor);

    /** Disconnects; safe to call twice. */
    @Override
    void close();
}
