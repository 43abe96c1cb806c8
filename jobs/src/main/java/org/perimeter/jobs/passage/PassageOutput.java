// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.passage;

import org.perimeter.jobs.fence.Candidate;
import org.perimeter.nlp.PostReading;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.post.PostEvent;

/** Takes what comes out of the passage. */
public interface PassageOutput {

    /** A post, or a withdrawal, for one incident. */
    void candidate(Candidate candidate);

    /** A post that could not be read. */
    void unread(PostEvent event, DeadLetterReason reason);

    /** A post was read for the first time. */
    default void read(PostEvent event, PostReading reading) {}
}
