// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.exercise;

import org.jspecify.annotations.Nullable;
import org.perimeter.jobs.admit.Keyring;
import org.perimeter.jobs.admit.PlainAdmission;
import org.perimeter.jobs.alert.PlainAlerts;
import org.perimeter.jobs.analyze.Analyzer;
import org.perimeter.jobs.analyze.PostReader;
import org.perimeter.jobs.close.CloseStation;
import org.perimeter.jobs.control.ControlUpdate;
import org.perimeter.jobs.control.ControlView;
import org.perimeter.jobs.fence.Candidate;
import org.perimeter.jobs.fence.HeldRoutes;
import org.perimeter.jobs.ingest.DedupeKey;
import org.perimeter.jobs.ingest.KeyedEvent;
import org.perimeter.jobs.ingest.PostKey;
import org.perimeter.jobs.ingest.PostMemory;
import org.perimeter.jobs.ingest.SeenPost;
import org.perimeter.jobs.passage.Passage;
import org.perimeter.jobs.passage.PassageOutput;
import org.perimeter.jobs.tally.Tally;
import org.perimeter.nlp.PostReading;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.post.PostEvent;
import org.perimeter.policy.model.post.PostOperation;
import org.perimeter.policy.model.reading.Analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The passage with admission gate and alerts behind it, in one thread and plain memory. Time is
 * what the ticks of the control updates say, so the same events give the same outcome at any speed.
 */
final class ExercisePassage implements AutoCloseable {

    private final ControlView control;
    private final PassageListener listener;
    private final Analyzer scorer;
    private final Passage passage;
    private final PlainAdmission admission;
    private final PlainAlerts alerts;
    private final DedupeKey.PostHash hash = DedupeKey.random().hasher();
    private final Map<PostKey, SeenPost> seen = new HashMap<>();

    /**
     * @param control what governs; changed by this passage only
     * @param analyzer reads posts; closed with the passage
     * @param closely reads what matched a fence beside its incident
     * @param keyring pseudonyms and document ids
     * @param listener hears what becomes of posts
     */
    ExercisePassage(
            ControlView control,
            Analyzer analyzer,
            CloseStation closely,
            Keyring keyring,
            PassageListener listener) {
        Tally tally = new Tally();
        this.control = control;
        this.listener = listener;
        this.scorer = analyzer;
        // Time stands still while it looks back, so that it reads all that waits.
        this.passage =
                new Passage(
                        control,
                        tally,
                        new PostReader(analyzer),
                        HeldRoutes.fresh(),
                        () -> 0,
                        List.of());
        this.admission = new PlainAdmission(control, closely, keyring, tally);
        this.alerts = new PlainAlerts(control);
    }

    /** An incident, the rulebook or the time changed. */
    void govern(ControlUpdate update) throws Exception {
        Output output = new Output();
        passage.govern(update, control.now().toEpochMilli(), output);
        output.goOn();
        alerts.follow(update.kind(), listener::alerted);
    }

    /** Something is said about a post or an author. */
    void take(PostEvent event) throws Exception {
        if (event.operation() == PostOperation.DELETE_AUTHOR) {
            deleteAuthor(event);
            return;
        }
        PostKey key = hash.of(event.network(), event.postId());
        Output output = new Output();
        passage.take(new KeyedEvent(key, event), new Memory(key), output);
        output.goOn();
    }

    private void deleteAuthor(PostEvent event) throws Exception {
        govern(ControlUpdate.authorDeleted(event));
        for (String incidentId : admission.incidents()) {
            serve(Candidate.withdrawAuthor(incidentId, event));
        }
    }

    private void serve(Candidate candidate) throws Exception {
        listener.judged(
                candidate,
                admission.serve(
                        candidate,
                        control.now(),
                        listener::written,
                        signal -> alerts.hear(signal, listener::alerted)));
    }

    @Override
    public void close() {
        passage.close();
    }

    /** What is remembered of one post. */
    private final class Memory implements PostMemory {

        private final PostKey key;

        private Memory(PostKey key) {
            this.key = key;
        }

        @Override
        public @Nullable SeenPost get() {
            return seen.get(key);
        }

        @Override
        public void put(SeenPost post) {
            seen.put(key, post);
        }
    }

    /** What the passage lets go on, in order. */
    private final class Output implements PassageOutput {

        private final List<Candidate> candidates = new ArrayList<>();

        @Override
        public void candidate(Candidate candidate) {
            candidates.add(candidate);
        }

        @Override
        public void unread(PostEvent event, DeadLetterReason reason) {
            // Counted; an exercise has no place for dead letters.
        }

        @Override
        public void read(PostEvent event, PostReading reading) {
            Post post = event.post();
            if (post != null) {
                listener.read(post, whole(post, reading));
            }
        }

        /** The score is about all places, also those that nobody watches. */
        private Analysis whole(Post post, PostReading reading) {
            PostReading full =
                    reading.whole()
                            ? reading
                            : scorer.analyze(post, new Everywhere(passage.watched()))
                                    .orElse(reading);
            return full.analysis();
        }

        private void goOn() throws Exception {
            for (Candidate candidate : candidates) {
                serve(candidate);
            }
        }
    }
}
