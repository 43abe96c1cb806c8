// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.fence;

import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.post.PostEvent;
import org.perimeter.policy.model.reading.Analysis;

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
    private final int openings;

    /**
     * @param places where it can match, best first
     * @param arrivedAt wall clock
     * @param openings how many incidents had opened when it was last read
     */
    WaitingPost(
            PostEvent event,
            Analysis analysis,
            List<PlaceMention> places,
            Instant arrivedAt,
            int openings) {
        this.event = event;
        this.analysis = analysis;
        this.places = places;
        this.arrivedAt = arrivedAt;
        this.openings = openings;
    }

    /** The same post after it was read again. */
    WaitingPost readAgain(Analysis again, List<PlaceMention> placesNow, int openingsNow) {
        return new WaitingPost(event, again, placesNow, arrivedAt, openingsNow);
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

    int openings() {
        return openings;
    }

    Instant arrivedAt() {
        return arrivedAt;
    }
}
