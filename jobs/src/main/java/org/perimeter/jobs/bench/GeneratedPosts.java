// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.bench;

import org.perimeter.jobs.source.Fetched;
import org.perimeter.jobs.source.Poll;
import org.perimeter.jobs.source.Poller;
import org.perimeter.jobs.source.PollerFactory;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlaceEvidence;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.post.PostEvent;
import org.perimeter.policy.model.post.PostPlace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Delivers invented posts as fast as they are taken: first a warm-up, then, once a file says go,
 * the posts that are measured. One post in a hundred reports shots inside a fence.
 */
final class GeneratedPosts implements PollerFactory<Fetched> {

    /** Source and network, as the default rulebook allows them. */
    static final String SOURCE = "exercise";

    /** The middle of the first fence; open water. */
    static final GeoPoint CENTER = new GeoPoint(-30.1, -140.2);

    private static final long serialVersionUID = 1L;
    private static final int BATCH = 500;
    private static final int ONE_IN = 100;
    private static final Duration WAIT = Duration.ofMillis(20);
    private static final List<String> ORDINARY =
            List.of(
                    "great coffee this morning, the queue was out of the door again",
                    "our team killed it last night, what a shot in the last minute",
                    "traffic on the bridge is bad again, leave early if you can",
                    "that new album is fire, I have been listening all day long",
                    "does anybody know when the library opens on sunday",
                    "we are bombing this quiz, send help and more snacks");

    private final int warmUp;
    private final int measured;
    private final String go;

    /**
     * @param warmUp posts before the go
     * @param measured posts after it
     * @param go the file that says so
     */
    GeneratedPosts(int warmUp, int measured, Path go) {
        this.warmUp = warmUp;
        this.measured = measured;
        this.go = go.toString();
    }

    @Override
    public String id() {
        return SOURCE;
    }

    @Override
    public Poller<Fetched> create(String cursor) {
        return new Generator(cursor.isEmpty() ? 0 : Integer.parseInt(cursor));
    }

    /** The post with this number, witnessed now. */
    static Post post(int number) {
        boolean report = number % ONE_IN == 0;
        GeoPoint point =
                report
                        ? new GeoPoint(CENTER.lat() + number % 7 * 1e-4, CENTER.lon())
                        : new GeoPoint(10 + number % 800 * 0.01, -130 - number % 900 * 0.01);
        String text =
                report
                        ? "shots fired inside Saltmarsh Mall, people are running, this is number "
                                + number
                        : ORDINARY.get(number % ORDINARY.size()) + " " + number;
        Instant now = Instant.now();
        return new Post(
                "https://bench.invalid/posts/" + number,
                SOURCE,
                SOURCE,
                "https://bench.invalid/users/" + number % 5_000,
                text,
                List.of(),
                List.of("en"),
                now,
                now,
                null,
                new PostPlace(point, 50, PlaceEvidence.GPS, null),
                false);
    }

    private final class Generator implements Poller<Fetched> {

        private int next;

        private Generator(int next) {
            this.next = next;
        }

        @Override
        public Poll<Fetched> poll() {
            if (next == warmUp && !Files.exists(Path.of(go))) {
                return Poll.nothing(WAIT);
            }
            int limit = next < warmUp ? warmUp : warmUp + measured;
            int end = Math.min(limit, next + BATCH);
            List<Fetched> items = new ArrayList<>(end - next);
            for (; next < end; next++) {
                items.add(Fetched.of(PostEvent.upsert(post(next), next)));
            }
            return new Poll<>(
                    items, Integer.toString(next), next == warmUp + measured, Duration.ZERO);
        }

        @Override
        public void close() {}
    }
}
