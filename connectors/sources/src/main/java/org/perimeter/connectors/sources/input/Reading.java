// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.input;

import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.post.PostEvent;

/** What a mapper made of one item of a platform's stream. */
public sealed interface Reading {

    /** It is about a post or an author. */
    record Event(PostEvent event) implements Reading {}

    /** It is well formed and of no interest: a like, a renamed account. */
    record Nothing() implements Reading {}

    /** It cannot be read, or must not be. */
    record Refused(DeadLetterReason reason) implements Reading {}

    /** Shorthand for {@link Event}. */
    static Reading of(PostEvent event) {
        return new Event(event);
    }

    /** Shorthand for {@link Refused}. */
    static Reading refused(DeadLetterReason reason) {
        return new Refused(reason);
    }
}
