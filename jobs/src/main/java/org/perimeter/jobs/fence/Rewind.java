// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.fence;

import org.jspecify.annotations.Nullable;
import org.perimeter.jobs.control.ControlView;
import org.perimeter.jobs.ingest.KeyedEvent;
import org.perimeter.jobs.tally.Tally;
import org.perimeter.nlp.PostReading;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.post.PostEvent;
import org.perimeter.policy.rules.RewindRule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The rewind as the rulebook in force allows it, with its counts. */
final class Rewind {

    private static final int MOST_POSTS = 100_000;
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(5);

    private final ControlView control;
    private final Tally tally;
    private final RewindMemory memory = new RewindMemory(MOST_POSTS);
    private int openings;
    private boolean anyUnread;
    private Instant lastOpening = Instant.EPOCH;

    Rewind(ControlView control, Tally tally) {
        this.control = control;
        this.tally = tally;
    }

    /** Lets a post wait, if the rulebook allows it at all. */
    void await(KeyedEvent event, PostReading reading, List<PlaceMention> places, Instant now) {
        if (rule().isOn()) {
            tally.add("waited");
            // What was on its way while an incident opened may have been read without it.
            boolean late = now.isBefore(lastOpening.plus(ON_ITS_WAY));
            anyUnread |= late;
            int readFor = late ? openings - 1 : openings;
            WaitingPost post = new WaitingPost(event, reading, places, now, readFor);
            tally.add("forgotten", memory.add(post));
        }
    }

    /** An incident has opened: what waits is to be read again. */
    void opened() {
        openings++;
        anyUnread = true;
        lastOpening = control.now();
    }

    /** The posts that were not read since the last opening, oldest first. */
    List<WaitingPost> unread() {
        if (!anyUnread) {
            return List.of();
        }
        List<WaitingPost> unread = memory.list(post -> post.openings() < openings);
        anyUnread = !unread.isEmpty();
        return unread;
    }

    /** Lets a post that was read again wait on. */
    void keep(WaitingPost post, PostReading again, List<PlaceMention> places) {
        memory.replace(post.readAgain(again, places, openings));
    }

    /** Forgets what has waited its minutes. */
    void expire(@Nullable Instant eventTime) {
        tally.add("forgotten", memory.expire(control.now(), eventTime, rule()));
    }

    /** Whether nothing waits. */
    boolean isEmpty() {
        return memory.size() == 0;
    }

    void remove(PostEvent event) {
        memory.remove(event);
    }

    void removeAuthor(PostEvent delete) {
        tally.add("forgotten", memory.removeAuthor(delete.network(), delete.authorId()));
    }

    private RewindRule rule() {
        return RewindRule.of(control.rulebook());
    }
}
