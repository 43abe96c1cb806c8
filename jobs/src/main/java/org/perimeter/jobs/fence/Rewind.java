// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.fence;

import org.jspecify.annotations.Nullable;
import org.perimeter.jobs.control.ControlView;
import org.perimeter.jobs.tally.Tally;
import org.perimeter.policy.model.PostEvent;
import org.perimeter.policy.rulebook.RuleId;
import org.perimeter.policy.rulebook.Rulebook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The rewind as the rulebook in force allows it, with its counts. */
final class Rewind {

    private static final int MOST_POSTS = 100_000;
    private static final long MILLIS_PER_MINUTE = 60_000;

    private final ControlView control;
    private final Tally tally;
    private final RewindMemory memory = new RewindMemory(MOST_POSTS);

    Rewind(ControlView control, Tally tally) {
        this.control = control;
        this.tally = tally;
    }

    /** Lets a post wait, if the rulebook allows it at all. */
    void await(WaitingPost post) {
        if (!longest().isZero()) {
            tally.add("waited");
            tally.add("forgotten", memory.add(post));
        }
    }

    /** Takes out the posts with a place in the fence of an incident that is watched now. */
    List<WaitingPost> lookBack(LiveFences fences, String incidentId) {
        return memory.take(post -> fences.contains(incidentId, post.places()));
    }

    /** Forgets what has waited its minutes. */
    void expire(@Nullable Instant eventTime) {
        tally.add("forgotten", memory.expire(control.now(), eventTime, longest()));
    }

    void remove(PostEvent event) {
        memory.remove(event);
    }

    void removeAuthor(PostEvent delete) {
        tally.add("forgotten", memory.removeAuthor(delete.network(), delete.authorId()));
    }

    private Duration longest() {
        Rulebook rulebook = control.rulebook();
        return rulebook == null
                ? Duration.ZERO
                : Duration.ofMillis(Math.round(rulebook.value(RuleId.REWIND) * MILLIS_PER_MINUTE));
    }
}
