// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.input;

import org.perimeter.policy.model.decision.DeadLetter;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.decision.Stage;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.UUID;

/** Writes the dead letters of one source. */
public final class DeadLetters {

    private final String source;
    private final InstantSource clock;

    /**
     * @param source id of the connector instance
     * @param clock for the time on the letter
     */
    public DeadLetters(String source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    /**
     * A letter whose id depends on source and reference only, so that reading again gives the same.
     *
     * @param reference position in the source, never content
     */
    public DeadLetter write(DeadLetterReason reason, String reference) {
        String name = source.length() + ":" + source + reference;
        String id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        return new DeadLetter(id, Stage.SOURCE, reason, source, reference, clock.instant());
    }
}
