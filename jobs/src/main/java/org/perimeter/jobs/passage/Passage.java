// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.passage;

import org.perimeter.jobs.analyze.PostReader;
import org.perimeter.jobs.analyze.ReadOutcome;
import org.perimeter.jobs.collect.CollectionDesk;
import org.perimeter.jobs.control.ControlUpdate;
import org.perimeter.jobs.control.ControlView;
import org.perimeter.jobs.fence.HeldRoutes;
import org.perimeter.jobs.fence.Matcher;
import org.perimeter.jobs.ingest.KeyedEvent;
import org.perimeter.jobs.ingest.PostMemory;
import org.perimeter.jobs.ingest.SeenPost;
import org.perimeter.jobs.tally.Tally;
import org.perimeter.nlp.places.WatchedArea;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.fence.BoundingBox;
import org.perimeter.policy.model.decision.PolicyDecision;
import org.perimeter.policy.model.post.Post;
import org.perimeter.policy.model.post.PostEvent;

import java.io.IOException;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The way of a post from the door to the incidents that it may concern: dedupe, collection gate,
 * reading, match, wait. {@link #take} is the whole of it, in that order.
 *
 * <p>Knows no Flink and is confined to one thread. What waits is in its memory alone.
 */
public final class Passage implements AutoCloseable {

    private final ControlView control;
    private final Tally tally;
    private final CollectionDesk collection;
    private final PostReader reader;
    private final Matcher matcher;

    /**
     * @param control what governs; changed by this passage only
     * @param reader reads posts; closed with the passage
     * @param routes know who was offered which post
     * @param nanos a clock that only goes forward, in nanoseconds
     * @param towns the jurisdictions, whose ordinary life is counted
     */
    public Passage(
            ControlView control,
            Tally tally,
            PostReader reader,
            HeldRoutes routes,
            LongSupplier nanos,
            List<BoundingBox> towns) {
        this.control = control;
        this.tally = tally;
        this.reader = reader;
        this.collection = new CollectionDesk(control, tally);
        this.matcher = new Matcher(control, tally, reader, routes, nanos, towns);
    }

    /**
     * Something is said about a post.
     *
     * @param memory of this post
     */
    @Control("RET-03")
    public void take(KeyedEvent keyed, PostMemory memory, PassageOutput out) throws IOException {
        PostEvent event = keyed.event();
        Post post = event.post();
        SeenPost before = memory.get();
        if (!SeenPost.isNews(event, before)) {
            return;
        }
        memory.put(SeenPost.of(event));
        boolean edit = before != null || matcher.knows(keyed.key());
        if (!collection.collects(event) || post == null) {
            // What the author changed must not stay as it was, even if the new text is not read.
            if (edit || post == null) {
                matcher.withdraw(keyed, out::candidate);
            }
            return;
        }
        ReadOutcome outcome = reader.read(post, matcher.watched());
        if (outcome.problem() != null) {
            tally.add("notRead");
            out.unread(event, outcome.problem());
        }
        if (outcome.reading() != null) {
            out.read(event, outcome.reading());
            matcher.post(keyed, edit, outcome.reading(), control.now(), out::candidate);
        } else if (edit) {
            matcher.withdraw(keyed, out::candidate);
        }
    }

    /**
     * An incident, the rulebook or the time changed, or an account was deleted.
     *
     * @param watermark event time in milliseconds
     */
    public void govern(ControlUpdate update, long watermark, PassageOutput out) {
        matcher.control(update, watermark, out::candidate);
    }

    /** Time went by, though perhaps nobody told. */
    public void timePassed(long watermark, PassageOutput out) {
        matcher.timePassed(watermark, out::candidate);
    }

    /** Where posts are waited for. */
    public WatchedArea watched() {
        return matcher.watched();
    }

    /** Whether any post waits for an incident. */
    public boolean hasWaiting() {
        return matcher.hasWaiting();
    }

    /** What the collection gate says to posts now. */
    PolicyDecision state() {
        return collection.state();
    }

    @Override
    public void close() {
        reader.close();
    }
}
