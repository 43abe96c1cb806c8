// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.store;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.alert.Alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Alerts by id; each change is written whole with its sequence as external version. One that is to
 * be told outside leaves a notice in the {@link AlertOutbox}.
 */
public interface AlertStore {

    /** Applies a batch; one outcome per alert, in order. Older sequences are stale. */
    CompletionStage<List<WriteOutcome>> write(List<Alert> alerts);

    /** The alert with this id, read in real time. */
    Optional<Alert> find(String id);

    /** Alerts, newest change first, at most {@code limit}; of one incident unless null. */
    List<Alert> list(@Nullable String incidentId, int limit);

    /**
     * Deletes the alerts that last changed before this instant.
     *
     * @return how many went
     */
    long dropBefore(Instant at);
}
