// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.analyze;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.PostReading;
import org.perimeter.policy.model.decision.DeadLetterReason;

/**
 * What came of reading one post; exactly one component is set.
 *
 * @param reading what it says
 * @param problem why it could not be read
 */
public record ReadOutcome(@Nullable PostReading reading, @Nullable DeadLetterReason problem) {

    static ReadOutcome read(PostReading reading) {
        return new ReadOutcome(reading, null);
    }

    static ReadOutcome failed(DeadLetterReason problem) {
        return new ReadOutcome(null, problem);
    }
}
