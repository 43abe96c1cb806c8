// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.input;

import org.perimeter.policy.model.decision.DeadLetterReason;

/**
 * Leaves the depth of a mapper for the one place that turns it into a {@link Reading.Refused}; it
 * never leaves a connector and carries no content.
 */
public final class RefusedInput extends Exception {

    private static final long serialVersionUID = 1L;

    private final DeadLetterReason reason;

    /** Refuses for the given reason. */
    public RefusedInput(DeadLetterReason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    /** Why. */
    public DeadLetterReason reason() {
        return reason;
    }
}
