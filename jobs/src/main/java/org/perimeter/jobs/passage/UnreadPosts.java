// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.passage;

import org.perimeter.policy.model.decision.DeadLetter;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.decision.Stage;
import org.perimeter.policy.model.post.PostEvent;

import java.time.Instant;
import java.util.UUID;

/** Dead letters for posts that could not be read. */
final class UnreadPosts {

    private UnreadPosts() {}

    static DeadLetter letter(PostEvent event, DeadLetterReason reason, Instant at) {
        // A reference that leads back to the post would name somebody who was not admitted.
        String reference = UUID.randomUUID().toString();
        return new DeadLetter(
                Stage.ANALYZE + ":" + event.source() + ":" + reference,
                Stage.ANALYZE,
                reason,
                event.source(),
                reference,
                at);
    }
}
