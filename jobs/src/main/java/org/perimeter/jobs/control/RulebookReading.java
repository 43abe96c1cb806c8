// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.control;

import org.perimeter.policy.model.decision.SignedRulebook;
import org.perimeter.policy.rulebook.RulebookCheck;

import java.io.Serializable;
import java.time.Instant;

/** How a station verifies a rulebook for itself; only the recipe travels in the job graph. */
public interface RulebookReading extends Serializable {

    /** Verifies signatures, dates and content; never throws at a bad rulebook. */
    RulebookCheck read(SignedRulebook signed, Instant now);
}
