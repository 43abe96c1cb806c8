// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.feed;

import org.perimeter.connectors.sources.input.DeadLetters;
import org.perimeter.connectors.sources.input.Reading;
import org.perimeter.connectors.spi.source.FetchOutcome;
import org.perimeter.connectors.spi.source.SourceCursor;
import org.perimeter.policy.model.decision.DeadLetter;
import org.perimeter.policy.model.post.PostEvent;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What a poll brought and nobody took yet, the entry that was witnessed first in front. */
final class FeedInbox {

    private final FeedMapper mapper;
    private final DeadLetters deadLetters;
    private final InstantSource clock;
    private final SeenItems seen = new SeenItems();
    private final FeedKeys keys = new FeedKeys(seen);
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private long received;
    private long rejected;

    FeedInbox(FeedPostSourceFactory settings, InstantSource clock) {
        this.mapper = new FeedMapper(settings.id(), settings.network(), settings.url());
        this.deadLetters = new DeadLetters(settings.id(), clock);
        this.clock = clock;
    }

    /** Continues with marks that were kept. */
    void restore(List<String> marks) {
        waiting.clear();
        seen.restore(marks);
    }

    List<String> seen() {
        return seen.kept();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    long received() {
        return received;
    }

    long rejected() {
        return rejected;
    }

    /** Adds what is new in the document, or changed. */
    void put(FeedDocument document) {
        Instant now = clock.instant();
        List<Waiting> fresh = new ArrayList<>();
        Map<String, Integer> copies = new HashMap<>();
        List<FeedItem> items = document.items();
        List<FeedItem> named = keys.named(items);
        // Feeds list the newest first.
        for (int i = items.size() - 1; i >= 0; i--) {
            // Two entries that are the same in everything are two entries all the same.
            String own = mark(items.get(i));
            int copy = copies.merge(own, 1, Integer::sum);
            String mark = copy == 1 ? own : SeenItems.mark(own, "copy " + copy);
            if (seen.contains(mark)) {
                seen.add(mark);
            } else {
                fresh.add(Waiting.of(mark, mapper.map(named.get(i), now), now));
            }
        }
        for (String key : document.deleted()) {
            String mark = SeenItems.mark("deleted", key);
            if (seen.contains(mark)) {
                seen.add(mark);
            } else {
                fresh.add(Waiting.of(mark, mapper.delete(key, now), now));
            }
        }
        fresh.sort(Comparator.comparing(Waiting::witnessed));
        waiting.addAll(fresh);
    }

    /**
     * Takes at most so many.
     *
     * @param cursor asked for when they are taken
     */
    FetchOutcome<PostEvent> take(int max, Supplier<SourceCursor> cursor) {
        List<PostEvent> events = new ArrayList<>();
        List<DeadLetter> letters = new ArrayList<>();
        while (!waiting.isEmpty() && events.size() + letters.size() < max) {
            Waiting next = waiting.remove();
            seen.add(next.mark());
            if (next.reading() instanceof Reading.Event event) {
                events.add(event.event());
            } else if (next.reading() instanceof Reading.Refused refused) {
                letters.add(deadLetters.write(refused.reason(), "entry " + next.mark()));
            }
        }
        received += events.size();
        rejected += letters.size();
        return new FetchOutcome.Batch<>(events, letters, cursor.get(), false);
    }

    private static String mark(FeedItem item) {
        return SeenItems.mark(
                item.key(),
                item.title(),
                item.content(),
                item.link(),
                item.point(),
                item.updated());
    }

    /**
     * An entry that waits to be taken.
     *
     * @param mark of its key and content
     * @param reading what it says
     * @param witnessed when
     */
    private record Waiting(String mark, Reading reading, Instant witnessed) {

        static Waiting of(String mark, Reading reading, Instant now) {
            boolean event = reading instanceof Reading.Event;
            return new Waiting(
                    mark, reading, event ? ((Reading.Event) reading).event().witnessedAt() : now);
        }
    }
}
