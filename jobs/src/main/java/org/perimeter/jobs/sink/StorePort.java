// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.sink;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.connectors.spi.store.WriteOutcome;
import org.perimeter.policy.model.decision.DeadLetter;
import org.perimeter.policy.model.decision.DeadLetterReason;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The part of a store that one sink writes to; stateless, travels in the job graph. */
public interface StorePort<T> extends Serializable {

    /** The record that it writes. */
    Class<T> recordType();

    /** Writes a batch in order; one outcome per record. */
    CompletionStage<List<WriteOutcome>> write(Stores stores, List<T> batch);

    /** The document that a record changes; changes to one document are never reordered. */
    String documentId(T record);

    /**
     * What to leave behind of a record that cannot be stored, ever; null when nothing can be.
     *
     * @param reason why it cannot
     */
    @Nullable DeadLetter deadLetter(T record, DeadLetterReason reason, Instant at);
}
