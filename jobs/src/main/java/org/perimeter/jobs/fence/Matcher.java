// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.fence;

import org.perimeter.jobs.analyze.PostReader;
import org.perimeter.jobs.control.ControlUpdate;
import org.perimeter.jobs.control.ControlView;
import org.perimeter.jobs.control.NoEventTime;
import org.perimeter.jobs.ingest.KeyedEvent;
import org.perimeter.jobs.ingest.PostKey;
import org.perimeter.jobs.tally.Tally;
import org.perimeter.nlp.PostReading;
import org.perimeter.nlp.places.WatchedArea;
import org.perimeter.policy.fence.BoundingBox;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.post.PostEvent;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.Match;
import org.perimeter.policy.rules.PlaceRule;
import org.perimeter.policy.rules.RetentionSchedule;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Brings posts and incidents together, whichever comes first: a post is matched with the fences
 * that are watched, a fence that opens with the posts that wait.
 */
public final class Matcher {

    private static final Duration ROUTES_EVERY = Duration.ofMinutes(10);

    private final ControlView control;
    private final Rewind rewind;
    private final LookBack lookBack;
    private final LiveFences fences = new LiveFences();
    private final OrdinaryLife ordinary;
    private final Watch watch;
    private final GoneAuthors goneAuthors = new GoneAuthors();
    private final HeldRoutes routes;
    private Instant routesDue = Instant.MIN;

    /**
     * @param reader reads waiting posts again
     * @param routes know who was offered which post
     * @param nanos a clock that only goes forward, in nanoseconds
     * @param towns the jurisdictions, whose ordinary life is counted
     */
    public Matcher(
            ControlView control,
            Tally tally,
            PostReader reader,
            HeldRoutes routes,
            LongSupplier nanos,
            List<BoundingBox> towns) {
        this.control = control;
        this.ordinary = new OrdinaryLife(tally, towns);
        this.watch = new Watch(fences, ordinary);
        this.rewind = new Rewind(control, tally);
        this.lookBack = new LookBack(control, rewind, watch, reader, routes, tally, nanos);
        this.routes = routes;
        for (Incident incident : control.incidents()) {
            fences.update(incident, control.now());
        }
    }

    /** Where posts are waited for. */
    public WatchedArea watched() {
        return watch;
    }

    /** Whether an earlier state of the post was offered to any incident. */
    public boolean knows(PostKey post) {
        return routes.knows(post);
    }

    /**
     * A post arrived.
     *
     * @param edit whether an earlier state of it went by
     * @param reading what it says
     */
    public void post(
            KeyedEvent keyed,
            boolean edit,
            PostReading reading,
            Instant now,
            Consumer<Candidate> out) {
        PostEvent event = keyed.event();
        Post post = event.post();
        if (edit) {
            rewind.remove(event);
        }
        if (post == null || goneAuthors.covers(event)) {
            return;
        }
        Analysis analysis = reading.analysis();
        PlaceRule rule = control.placeRule();
        List<PlaceMention> places = CandidatePlaces.of(post, analysis, rule);
        Map<String, Match> matches = fences.match(places, event.witnessedAt());
        if (edit) {
            withdraw(keyed, matches.keySet(), out);
        }
        for (Candidate candidate : fences.candidates(event, analysis, matches)) {
            routes.offered(keyed.key(), candidate.incidentId());
            out.accept(candidate);
        }
        if (matches.isEmpty() && !edit) {
            ordinary.heard(analysis.threat(), places, rule, event.witnessedAt());
        }
        if (matches.isEmpty() && (!places.isEmpty() || reading.localNames())) {
            rewind.await(keyed, reading, places, now);
        }
    }

    /** A post is to be taken back from everybody who may have it. */
    public void withdraw(KeyedEvent keyed, Consumer<Candidate> out) {
        rewind.remove(keyed.event());
        withdraw(keyed, Set.of(), out);
        routes.forget(keyed.key());
    }

    /** Tells the incidents that may hold the post, except those that it matches now. */
    private void withdraw(KeyedEvent keyed, Set<String> except, Consumer<Candidate> out) {
        for (String id : routes.of(keyed.key())) {
            if (!except.contains(id)) {
                out.accept(Candidate.withdrawPost(id, keyed.event()));
            }
        }
    }

    /**
     * Something that governs changed, or time went on.
     *
     * @param watermark event time in milliseconds
     */
    public void control(ControlUpdate update, long watermark, Consumer<Candidate> out) {
        boolean news = control.apply(update);
        switch (update.kind()) {
            case TICK -> timePassed(watermark, out);
            case INCIDENT -> {
                if (news && update.incident() != null) {
                    incident(update.incident(), out);
                }
            }
            case AUTHOR_DELETED -> {
                if (update.authorDelete() != null) {
                    authorDeleted(update.authorDelete(), out);
                }
            }
            case RULEBOOK -> {}
        }
    }

    /**
     * Lets go of what has had its time, and reads on in what waits.
     *
     * @param watermark event time in milliseconds
     */
    public void timePassed(long watermark, Consumer<Candidate> out) {
        fences.expire(control.now());
        goneAuthors.expire(control.now());
        rewind.expire(NoEventTime.isUnknown(watermark) ? null : Instant.ofEpochMilli(watermark));
        if (!control.now().isBefore(routesDue)) {
            routesDue = control.now().plus(ROUTES_EVERY);
            routes.drop(over());
        }
        lookBack.readOn(out);
    }

    /** The incidents of which nothing can be held any more. */
    private Set<String> over() {
        Set<String> over = new HashSet<>();
        for (Incident incident : control.incidents()) {
            if (!RetentionSchedule.mayHold(incident, control.now())) {
                over.add(incident.id());
            }
        }
        return over;
    }

    /** Whether any post waits for an incident. */
    public boolean hasWaiting() {
        return !rewind.isEmpty();
    }

    private void incident(Incident incident, Consumer<Candidate> out) {
        if (fences.update(incident, control.now())) {
            // What has waited too long must not be admitted only because no tick came in between.
            rewind.expire(null);
            rewind.opened();
            lookBack.readOn(out);
        }
    }

    private void authorDeleted(PostEvent delete, Consumer<Candidate> out) {
        goneAuthors.add(delete, control.now());
        rewind.removeAuthor(delete);
        for (String id : routes.ofAuthors()) {
            out.accept(Candidate.withdrawAuthor(id, delete));
        }
    }
}
