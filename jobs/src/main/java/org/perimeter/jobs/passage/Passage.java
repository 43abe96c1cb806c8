// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.passage;

import org.apache.flink.util.Collector;
import org.perimeter.jobs.admit.Keyring;
import org.perimeter.jobs.admit.PlainAdmission;
import org.perimeter.jobs.alert.AlertSignal;
import org.perimeter.jobs.alert.PlainAlerts;
import org.perimeter.jobs.analyze.Analyzed;
import org.perimeter.jobs.analyze.AnalyzerFactory;
import org.perimeter.jobs.analyze.FirstReading;
import org.perimeter.jobs.analyze.LiveNeighbourhoods;
import org.perimeter.jobs.analyze.TimedAnalyzer;
import org.perimeter.jobs.close.CloseStation;
import org.perimeter.jobs.collect.Collected;
import org.perimeter.jobs.collect.CollectionDesk;
import org.perimeter.jobs.control.ControlUpdate;
import org.perimeter.jobs.control.ControlView;
import org.perimeter.jobs.fence.Candidate;
import org.perimeter.jobs.fence.Matcher;
import org.perimeter.jobs.fence.SecondReading;
import org.perimeter.jobs.ingest.FreshEvent;
import org.perimeter.jobs.ingest.SeenPost;
import org.perimeter.jobs.tally.Tally;
import org.perimeter.policy.model.post.PostEvent;
import org.perimeter.policy.model.post.PostOperation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * The way of a post: dedupe, collection gate, first reading, match with the rewind, close reading
 * beside the incident, admission gate, alerts. What governs comes as {@link ControlUpdate}; time is
 * what its ticks say, so the same events give the same outcome at any speed.
 *
 * <p>Confined to one thread.
 */
public final class Passage implements AutoCloseable {

    private static final Duration TIME_BUDGET = Duration.ofSeconds(10);

    private final ControlView control;
    private final PassageListener listener;
    private final Tally tally = new Tally();
    private final TimedAnalyzer analyzer;
    private final CollectionDesk collection;
    private final FirstReading firstReading;
    private final Matcher matcher;
    private final PlainAdmission admission;
    private final PlainAlerts alerts;
    private final Map<String, SeenPost> seen = new HashMap<>();

    /**
     * @param control what governs; changed by this passage only
     * @param analyzers read texts
     * @param closely reads what matched a fence beside its incident
     * @param keyring pseudonyms and document ids
     * @param listener hears what becomes of posts
     */
    public Passage(
            ControlView control,
            AnalyzerFactory analyzers,
            CloseStation closely,
            Keyring keyring,
            PassageListener listener) {
        this.control = control;
        this.listener = listener;
        this.analyzer = new TimedAnalyzer(analyzers, TIME_BUDGET);
        this.collection = new CollectionDesk(control, tally);
        this.firstReading = new FirstReading(analyzer);
        // Time stands still while it looks back, so that it reads all that waits.
        SecondReading again = new SecondReading(control, analyzer);
        this.matcher = new Matcher(control, tally, again, () -> 0, List.of());
        this.admission = new PlainAdmission(control, closely, keyring, tally);
        this.alerts = new PlainAlerts(control);
    }

    /** An incident, the rulebook or the time changed. */
    public void govern(ControlUpdate update) throws Exception {
        Candidates candidates = new Candidates();
        matcher.control(update, update.at().toEpochMilli(), candidates);
        candidates.goOn();
        alerts.follow(update.kind(), listener::alerted);
    }

    /** Something is said about a post or an author. */
    public void take(PostEvent event) throws Exception {
        if (event.operation() == PostOperation.DELETE_AUTHOR) {
            govern(ControlUpdate.authorDeleted(event));
            return;
        }
        String key = event.network() + " " + event.postId();
        SeenPost before = seen.get(key);
        if (!SeenPost.isNews(event, before)) {
            return;
        }
        seen.put(key, SeenPost.of(event));
        Collected collected = collection.serve(new FreshEvent(event, before != null));
        if (collected != null) {
            read(collected);
        }
    }

    private void read(Collected collected) throws Exception {
        Analyzed analyzed;
        try {
            analyzed = firstReading.of(collected, LiveNeighbourhoods.of(control));
        } catch (TimeoutException | ExecutionException e) {
            tally.add("notRead");
            analyzed = new Analyzed(collected.event(), collected.edit(), null, false);
        }
        listener.read(analyzed);
        if (analyzed.analysis() == null && !analyzed.edit()) {
            return;
        }
        Candidates candidates = new Candidates();
        matcher.post(analyzed, control.now(), candidates);
        candidates.goOn();
    }

    /** How often each thing happened. */
    public Map<String, Long> counts() {
        return tally.counts();
    }

    @Override
    public void close() {
        analyzer.close();
    }

    /** What the matcher lets go on, in order. */
    private final class Candidates implements Collector<Candidate> {

        private final List<Candidate> matched = new ArrayList<>();

        @Override
        public void collect(Candidate candidate) {
            matched.add(candidate);
        }

        @Override
        public void close() {}

        private void goOn() throws Exception {
            Consumer<AlertSignal> signals = signal -> alerts.hear(signal, listener::alerted);
            for (Candidate candidate : matched) {
                listener.judged(
                        candidate,
                        admission.serve(candidate, control.now(), listener::written, signals));
            }
        }
    }
}
