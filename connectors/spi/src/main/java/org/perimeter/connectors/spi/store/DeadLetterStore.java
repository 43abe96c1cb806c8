// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.store;

import org.perimeter.policy.model.decision.DeadLetter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Dead letters: ids, stage, reason and reference, never content. */
public interface DeadLetterStore {

    /** Applies a batch; writing the same id again is fine. */
    CompletionStage<List<WriteOutcome>> write(List<DeadLetter> letters);

    /** How many there are per stage and reason, as {@code STAGE/REASON}. */
    Map<String, Long> counts();

    /** The newest dead letters, at most {@code limit}. */
    List<DeadLetter> list(int limit);

    /**
     * Deletes the dead letters from before this instant.
     *
     * @return how many went
     */
    long dropBefore(Instant at);
}
