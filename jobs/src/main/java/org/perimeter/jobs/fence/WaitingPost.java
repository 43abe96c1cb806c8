// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.fence;

import org.perimeter.jobs.ingest.KeyedEvent;
import org.perimeter.jobs.ingest.PostKey;
import org.perimeter.nlp.PostReading;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.post.PostEvent;

import java.time.Instant;
import java.util.List;

/**
 * A post that matches no live incident. Deliberately not a record that Flink can write: it must
 * never leave the memory of its operator.
 */
final class WaitingPost {

    private final KeyedEvent keyed;
    private final PostReading reading;
    private final List<PlaceMention> places;
    private final Instant arrivedAt;
    private final int openings;

    /**
     * @param places where it can match, best first
     * @param arrivedAt wall clock
     * @param openings how many incidents had opened when it was last read
     */
    WaitingPost(
            KeyedEvent keyed,
            PostReading reading,
            List<PlaceMention> places,
            Instant arrivedAt,
            int openings) {
        this.keyed = keyed;
        this.reading = reading;
        this.places = places;
        this.arrivedAt = arrivedAt;
        this.openings = openings;
    }

    /** The same post after it was read again. */
    WaitingPost readAgain(PostReading again, List<PlaceMention> placesNow, int openingsNow) {
        return new WaitingPost(keyed, again, placesNow, arrivedAt, openingsNow);
    }

    PostKey key() {
        return keyed.key();
    }

    PostEvent event() {
        return keyed.event();
    }

    PostReading reading() {
        return reading;
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
