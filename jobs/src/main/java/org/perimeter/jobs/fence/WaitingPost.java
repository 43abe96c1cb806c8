// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.fence;

import org.perimeter.policy.model.Analysis;
import org.perimeter.policy.model.PlaceMention;
import org.perimeter.policy.model.PostEvent;

import java.time.Instant;
import java.util.List;

/**
 * A post that matches no live incident. Deliberately not a record that Flink can write: it must
 * never leave the memory of its operator.
 */
final class WaitingPost {

    private final PostEvent event;
    private final Analysis analysis;
    private final List<PlaceMention> places;
    private final Instant arrivedAt;

    /**
     * @param places where it can match, best first
     * @param arrivedAt wall clock
     */
    WaitingPost(PostEvent event, Analysis analysis, List<PlaceMention> places, Instant arrivedAt) {
        this.event = event;
        this.analysis = analysis;
        this.places = places;
        this.arrivedAt = arrivedAt;
    }

    PostEvent event() {
        return event;
    }

    Analysis analysis() {
        return analysis;
    }

    List<PlaceMention> places() {
        return places;
    }

    Instant arrivedAt() {
        return arrivedAt;
    }
}
