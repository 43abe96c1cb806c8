// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.jetstream;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.sources.input.AuthorClock;
import org.perimeter.connectors.sources.input.BoundedJson;
import org.perimeter.connectors.sources.input.DeadLetters;
import org.perimeter.connectors.sources.input.Reading;
import org.perimeter.connectors.sources.input.RefusedInput;
import org.perimeter.connectors.spi.source.FetchOutcome;
import org.perimeter.connectors.spi.source.SourceCursor;
import org.perimeter.policy.model.decision.DeadLetter;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.post.PostEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Turns the messages of one connection after another into batches, and keeps the cursor. */
final class EventReader {

    private static final Logger LOGGER = LoggerFactory.getLogger(EventReader.class);

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(10);

    private final String source;
    private final long gapMicros;
    private final InstantSource clock;
    private final JetstreamMapper mapper;
    private final DeadLetters deadLetters;
    private final List<PostEvent> events = new ArrayList<>();
    private final List<DeadLetter> letters = new ArrayList<>();
    private @Nullable JetstreamCursor cursor;
    private @Nullable JetstreamCursor cursorBefore;
    private ResumePoint resume;
    private int beside;
    private long received;
    private long rejected;
    private long gaps;

    EventReader(JetstreamPostSourceFactory settings, InstantSource clock) {
        this.source = settings.id();
        this.gapMicros = settings.gapMillis() * 1000;
        this.clock = clock;
        this.mapper = new JetstreamMapper(settings.id(), settings.network());
        this.deadLetters = new DeadLetters(settings.id(), clock);
        this.resume = new ResumePoint(null, gapMicros);
    }

    /** Sets the cursor; null for the beginning. */
    void startAfter(@Nullable JetstreamCursor read) {
        cursor = read;
    }

    /** Expects the messages of a new connection, which was asked to go on from the cursor. */
    void resume() {
        resume = new ResumePoint(cursor, gapMicros);
        beside = 0;
    }

    void startBatch() {
        events.clear();
        letters.clear();
        cursorBefore = cursor;
    }

    /** Reads one message into the batch. */
    void read(Frame frame) {
        try {
            read(json(frame));
        } catch (RefusedInput e) {
            if (resume.isPassed()) {
                beside++;
                reject(e.reason(), besideCursor());
            }
        }
    }

    /** What was read since {@link #startBatch}; null when that is nothing. */
    @Nullable FetchOutcome<PostEvent> batch() {
        received += events.size();
        rejected += letters.size();
        boolean nothing =
                events.isEmpty() && letters.isEmpty() && Objects.equals(cursor, cursorBefore);
        return nothing
                ? null
                : new FetchOutcome.Batch<>(
                        events,
                        letters,
                        cursor == null ? SourceCursor.START : cursor.written(),
                        false);
    }

    @Nullable JetstreamCursor cursor() {
        return cursor;
    }

    long received() {
        return received;
    }

    long rejected() {
        return rejected;
    }

    long gaps() {
        return gaps;
    }

    private void read(JsonNode event) throws RefusedInput {
        long micros = JetstreamMapper.timeMicros(event);
        // A time far ahead would become the cursor, and everything before it count as read.
        if (micros == 0 || micros > AuthorClock.version(clock.instant().plus(CLOCK_SKEW))) {
            throw new RefusedInput(DeadLetterReason.BAD_TIMESTAMP);
        }
        boolean readBefore = resume.wasReadBefore(micros);
        if (resume.takeGap()) {
            gaps++;
            LOGGER.atWarn().addKeyValue("source", source).log("the server skipped events");
        }
        if (readBefore) {
            return;
        }
        JetstreamCursor next = JetstreamCursor.after(cursor, micros);
        beside = next.equals(cursor) ? beside + 1 : 0;
        cursor = next;
        Reading reading = mapper.map(event, clock.instant());
        if (reading instanceof Reading.Event found) {
            events.add(found.event());
        } else if (reading instanceof Reading.Refused refused) {
            reject(refused.reason(), beside == 0 ? next.written().value() : besideCursor());
        }
    }

    private static JsonNode json(Frame frame) throws RefusedInput {
        String text = frame.text();
        if (text == null) {
            throw new RefusedInput(
                    frame.kind() == Frame.Kind.TOO_LARGE
                            ? DeadLetterReason.TOO_LARGE
                            : DeadLetterReason.UNSUPPORTED_TYPE);
        }
        return BoundedJson.object(text);
    }

    /** A reference for what has no time of its own: where it stands after the cursor. */
    private String besideCursor() {
        return (cursor == null ? "start" : cursor.written().value()) + "+" + beside;
    }

    private void reject(DeadLetterReason reason, String reference) {
        letters.add(deadLetters.write(reason, reference));
    }
}
