// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.exercise;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.PostWrite;
import org.perimeter.jobs.fence.Candidate;
import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.decision.PolicyDecision;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.reading.Analysis;

/** Hears what becomes of posts on their way. */
interface PassageListener {

    /** A post was read for the first time. */
    void read(Post post, Analysis analysis);

    /**
     * A candidate came to the admission gate.
     *
     * @param decision null when the gate was not asked
     */
    void judged(Candidate candidate, @Nullable PolicyDecision decision);

    /** A post is stored or erased. */
    void written(PostWrite write);

    /** There is a new version of an alert. */
    void alerted(Alert alert);
}
