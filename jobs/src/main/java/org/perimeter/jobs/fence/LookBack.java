// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.fence;

import org.perimeter.jobs.analyze.PostReader;
import org.perimeter.jobs.control.ControlView;
import org.perimeter.jobs.tally.Tally;
import org.perimeter.nlp.PostReading;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.Match;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Reads posts that wait once more when an incident has opened, since a name may be a place only for
 * who knows where the incident is. A slice of time at each tick, so that the stream goes on; posts
 * that lie inside by their first reading come first.
 */
final class LookBack {

    /** A tick comes every 250 ms: at most two fifths of the time. */
    private static final long SLICE_NANOS = Duration.ofMillis(100).toNanos();

    private final ControlView control;
    private final Rewind rewind;
    private final LiveFences fences;
    private final Watch watch;
    private final PostReader reader;
    private final HeldRoutes routes;
    private final Tally tally;
    private final LongSupplier nanos;

    /**
     * @param nanos a clock that only goes forward, in nanoseconds
     */
    LookBack(
            ControlView control,
            Rewind rewind,
            Watch watch,
            PostReader reader,
            HeldRoutes routes,
            Tally tally,
            LongSupplier nanos) {
        this.control = control;
        this.rewind = rewind;
        this.fences = watch.fences();
        this.watch = watch;
        this.reader = reader;
        this.routes = routes;
        this.tally = tally;
        this.nanos = nanos;
    }

    /** Reads on for one slice; at least one post, if any is unread. */
    void readOn(Consumer<Candidate> out) {
        List<WaitingPost> unread = rewind.unread();
        if (unread.isEmpty()) {
            return;
        }
        List<WaitingPost> inOrder = insideFirst(unread);
        // Sorting is no reading: with many that wait it alone would use the slice up.
        long end = nanos.getAsLong() + SLICE_NANOS;
        for (WaitingPost waiting : inOrder) {
            read(waiting, out);
            if (nanos.getAsLong() - end >= 0) {
                return;
            }
        }
    }

    /**
     * What was not read to the end because it lies nowhere that is watched, and still does not, is
     * done with at once.
     */
    private List<WaitingPost> insideFirst(List<WaitingPost> unread) {
        List<WaitingPost> inside = new ArrayList<>();
        List<WaitingPost> outside = new ArrayList<>();
        for (WaitingPost waiting : unread) {
            if (mayLieInside(waiting)) {
                inside.add(waiting);
            } else if (waiting.reading().whole()) {
                outside.add(waiting);
            } else {
                rewind.keep(waiting, waiting.reading(), waiting.places());
            }
        }
        inside.addAll(outside);
        return inside;
    }

    private boolean mayLieInside(WaitingPost waiting) {
        return waiting.reading().candidates().stream().anyMatch(fences::cover);
    }

    private void read(WaitingPost waiting, Consumer<Candidate> out) {
        Post post = waiting.event().post();
        if (post == null) {
            throw new IllegalStateException("what waits is a post");
        }
        tally.add("readAgain");
        PostReading again = reader.read(post, watch).reading();
        // The first reading stands when the second fails.
        PostReading reading = again == null ? waiting.reading() : again;
        Analysis analysis = reading.analysis();
        List<PlaceMention> places = CandidatePlaces.of(post, analysis, control.placeRule());
        Map<String, Match> matches = matches(waiting, places);
        if (matches.isEmpty()) {
            rewind.keep(waiting, reading, places);
            return;
        }
        rewind.remove(waiting.event());
        for (Candidate candidate : fences.candidates(waiting.event(), analysis, matches)) {
            routes.offered(waiting.key(), candidate.incidentId());
            out.accept(candidate);
        }
    }

    private Map<String, Match> matches(WaitingPost waiting, List<PlaceMention> places) {
        return fences.match(places, waiting.event().witnessedAt());
    }
}
