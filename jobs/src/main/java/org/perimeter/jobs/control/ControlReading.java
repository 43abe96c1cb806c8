// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.control;

import org.perimeter.policy.ledger.docket.Docket;
import org.perimeter.policy.model.decision.SignedRulebook;
import org.perimeter.policy.rulebook.RulebookCheck;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/**
 * How a station verifies for itself what governs it, whoever wrote it into the store; only the
 * recipe travels in the job graph.
 */
public interface ControlReading extends Serializable {

    /** Verifies signatures, dates and content; never throws at a bad rulebook. */
    RulebookCheck read(SignedRulebook signed, Instant now);

    /**
     * Verifies the signature of a docket; empty when it is not this deployment's. Who knows no key
     * of a log takes none for valid, so that nothing is collected.
     */
    default Optional<Docket> docket(String note) {
        return Optional.empty();
    }
}
