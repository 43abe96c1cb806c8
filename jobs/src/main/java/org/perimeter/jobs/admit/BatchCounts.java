// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.admit;

import org.perimeter.policy.model.decision.Outcome;

/**
 * What the admission gate decided for one incident since its last ledger entry.
 *
 * @param admitted stored as they were
 * @param redacted stored with identifiers replaced
 * @param dropped matched, but not stored
 * @param rewound of the stored ones, how many had waited in memory
 */
public record BatchCounts(long admitted, long redacted, long dropped, long rewound) {

    static final BatchCounts NONE = new BatchCounts(0, 0, 0, 0);

    BatchCounts plus(Outcome outcome, boolean waited) {
        boolean stored = outcome == Outcome.ADMIT || outcome == Outcome.REDACT;
        return new BatchCounts(
                admitted + (outcome == Outcome.ADMIT ? 1 : 0),
                redacted + (outcome == Outcome.REDACT ? 1 : 0),
                dropped + (stored ? 0 : 1),
                rewound + (stored && waited ? 1 : 0));
    }
}
