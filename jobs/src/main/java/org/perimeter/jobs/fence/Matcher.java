// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.fence;

import org.apache.flink.util.Collector;
import org.perimeter.jobs.analyze.Analyzed;
import org.perimeter.jobs.control.ControlUpdate;
import org.perimeter.jobs.control.ControlView;
import org.perimeter.jobs.control.NoEventTime;
import org.perimeter.jobs.tally.Tally;
import org.perimeter.policy.fence.BoundingBox;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.post.PostEvent;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.Match;
import org.perimeter.policy.rules.PlaceRule;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Brings posts and incidents together, whichever comes first: a post is matched with the fences
 * that are watched, a fence that opens with the posts that wait.
 */
public final class Matcher {

    private final ControlView control;
    private final Rewind rewind;
    private final LookBack lookBack;
    private final LiveFences fences = new LiveFences();
    private final OrdinaryLife ordinary;
    private final GoneAuthors goneAuthors = new GoneAuthors();

    /**
     * @param reading reads waiting posts again
     * @param nanos a clock that only goes forward, in nanoseconds
     * @param towns the jurisdictions, whose ordinary life is counted
     */
    public Matcher(
            ControlView control,
            Tally tally,
            SecondReading reading,
            LongSupplier nanos,
            List<BoundingBox> towns) {
        this.control = control;
        this.ordinary = new OrdinaryLife(tally, towns);
        this.rewind = new Rewind(control, tally);
        this.lookBack = new LookBack(control, rewind, fences, reading, tally, nanos);
        for (Incident incident : control.incidents()) {
            fences.update(incident, control.now());
        }
    }

    /** A post arrived, or is to be withdrawn. */
    public void post(Analyzed analyzed, Instant now, Collector<Candidate> out) {
        PostEvent event = analyzed.event();
        Post post = event.post();
        Analysis analysis = analyzed.analysis();
        if (analyzed.edit()) {
            rewind.remove(event);
        }
        if (post == null || analysis == null) {
            withdraw(event, Map.of(), out);
            return;
        }
        if (goneAuthors.covers(event)) {
            return;
        }
        PlaceRule rule = control.placeRule();
        List<PlaceMention> places = CandidatePlaces.of(post, analysis, rule);
        Map<String, Match> matches = fences.match(places, event.witnessedAt());
        fences.candidates(event, analysis, matches).forEach(out::collect);
        if (analyzed.edit()) {
            withdraw(event, matches, out);
        }
        if (matches.isEmpty() && !analyzed.edit()) {
            ordinary.heard(analysis.threat(), places, rule, event.witnessedAt());
        }
        if (matches.isEmpty() && (!places.isEmpty() || analyzed.localNames())) {
            rewind.await(event, analysis, places, now);
        }
    }

    /** Tells every incident that may hold the post, except those that it matches now. */
    private void withdraw(PostEvent event, Map<String, Match> except, Collector<Candidate> out) {
        for (String id : HeldIncidents.of(control)) {
            if (!except.containsKey(id)) {
                out.collect(Candidate.withdrawPost(id, event));
            }
        }
    }

    /**
     * Something that governs changed, or time went on.
     *
     * @param watermark event time in milliseconds
     */
    public void control(ControlUpdate update, long watermark, Collector<Candidate> out)
            throws InterruptedException {
        boolean news = control.apply(update);
        switch (update.kind()) {
            case TICK -> tick(watermark, out);
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

    private void tick(long watermark, Collector<Candidate> out) throws InterruptedException {
        fences.expire(control.now());
        goneAuthors.expire(control.now());
        rewind.expire(NoEventTime.isUnknown(watermark) ? null : Instant.ofEpochMilli(watermark));
        lookBack.readOn(out);
    }

    private void incident(Incident incident, Collector<Candidate> out) throws InterruptedException {
        if (fences.update(incident, control.now())) {
            // What has waited too long must not be admitted only because no tick came in between.
            rewind.expire(null);
            rewind.opened();
            lookBack.readOn(out);
        }
    }

    private void authorDeleted(PostEvent delete, Collector<Candidate> out) {
        goneAuthors.add(delete, control.now());
        rewind.removeAuthor(delete);
        for (String id : HeldIncidents.of(control)) {
            out.collect(Candidate.withdrawAuthor(id, delete));
        }
    }
}
