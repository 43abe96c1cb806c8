// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.ndjson;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.sources.activitystreams.ActivityMapper;
import org.perimeter.connectors.sources.input.BoundedJson;
import org.perimeter.connectors.sources.input.DeadLetters;
import org.perimeter.connectors.sources.input.Reading;
import org.perimeter.connectors.sources.input.RefusedInput;
import org.perimeter.connectors.spi.source.FetchOutcome;
import org.perimeter.connectors.spi.source.PostSource;
import org.perimeter.connectors.spi.source.SourceCursor;
import org.perimeter.connectors.spi.source.SourceHealth;
import org.perimeter.policy.model.decision.DeadLetter;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.post.PostEvent;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Replays a file of activities, one a line, at any speed, while it may still grow.
 *
 * <p>Its cursor is the position after the last line read. A line that cannot be read becomes a dead
 * letter that names the line's number.
 */
public final class NdjsonPostSource implements PostSource {

    private static final int MAX_LINE = 1024 * 1024;
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final String prefix;
    private final NdjsonPostSourceFactory settings;
    private final InstantSource clock;
    private final ActivityMapper mapper;
    private final DeadLetters deadLetters;
    private final LineFile file;
    private final ReplayPace pace;
    private final CountDownLatch closed = new CountDownLatch(1);
    private LinePosition position = new LinePosition(0, 0);
    private @Nullable Held held;
    private long received;
    private long rejected;
    private boolean open;

    /** A source over the file that the settings name, unopened. */
    public NdjsonPostSource(NdjsonPostSourceFactory settings, InstantSource clock) {
        this(settings, clock, "");
    }

    /**
     * A source over one of several files of the same connector instance.
     *
     * @param prefix of the references in dead letters, which tells the files apart
     */
    public NdjsonPostSource(NdjsonPostSourceFactory settings, InstantSource clock, String prefix) {
        this.prefix = prefix;
        this.settings = settings;
        this.clock = clock;
        this.mapper = new ActivityMapper(settings.id(), settings.network());
        this.deadLetters = new DeadLetters(settings.id(), clock);
        this.file = new LineFile(Path.of(settings.path()), MAX_LINE);
        this.pace = new ReplayPace(settings.speed());
    }

    @Override
    public String id() {
        return settings.id();
    }

    @Override
    public void open(SourceCursor cursor) {
        position = LinePosition.of(cursor);
        file.seek(position);
        open = true;
    }

    @Override
    public FetchOutcome<PostEvent> fetch(int max, Duration patience) {
        try {
            FetchOutcome<PostEvent> batch = take(max);
            long left = patience.toNanos();
            while (batch == null && left > 0) {
                long slice = Math.min(left, nanosUntilWorthALook());
                if (closed.await(slice, TimeUnit.NANOSECONDS)) {
                    break;
                }
                left -= slice;
                batch = take(max);
            }
            return batch == null ? new FetchOutcome.NotModified<>() : batch;
        } catch (IOException e) {
            return new FetchOutcome.Failed<>("cannot read: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new FetchOutcome.NotModified<>();
        }
    }

    @Override
    public SourceHealth health() {
        return new SourceHealth(received, rejected, file.truncations(), 0, open && file.exists());
    }

    @Override
    public void close() {
        open = false;
        closed.countDown();
    }

    /** What is due now, at most so many; null when that is nothing and the end is not reached. */
    private @Nullable FetchOutcome<PostEvent> take(int max) throws IOException {
        List<PostEvent> events = new ArrayList<>();
        List<DeadLetter> letters = new ArrayList<>();
        LinePosition before = position;
        boolean atEnd = false;
        while (events.size() + letters.size() < max) {
            Held next = held == null ? hold() : held;
            if (next == null) {
                atEnd = file.exists() && !settings.follow();
                break;
            }
            Instant now = clock.instant();
            if (next.isEarly(pace, now)) {
                held = next;
                break;
            }
            held = null;
            position = next.after();
            Reading reading = next.read(mapper, now);
            if (reading instanceof Reading.Event event) {
                events.add(event.event());
            } else if (reading instanceof Reading.Refused refused) {
                String reference = prefix + "line " + position.line();
                letters.add(deadLetters.write(refused.reason(), reference));
            }
        }
        received += events.size();
        rejected += letters.size();
        return position.equals(before) && !atEnd
                ? null
                : new FetchOutcome.Batch<>(events, letters, position.cursor(), atEnd);
    }

    private @Nullable Held hold() throws IOException {
        LineFile.Line line = file.next(!settings.follow());
        return line == null ? null : Held.of(line);
    }

    private long nanosUntilWorthALook() {
        if (held == null) {
            return LOOK_AGAIN_NANOS;
        }
        long due = held.untilDue(pace, clock.instant()).toNanos();
        return Math.max(TimeUnit.MILLISECONDS.toNanos(1), Math.min(due, LOOK_AGAIN_NANOS));
    }

    /**
     * A line that waits for its time.
     *
     * @param json what it holds, if it is an object
     * @param refusal why it cannot be read, if it cannot
     * @param after the position after it
     */
    private record Held(
            @Nullable JsonNode json, @Nullable DeadLetterReason refusal, LinePosition after) {

        static Held of(LineFile.Line line) {
            if (line.isBlank()) {
                return new Held(null, null, line.after());
            }
            if (line.tooLarge()) {
                return new Held(null, DeadLetterReason.TOO_LARGE, line.after());
            }
            try {
                return new Held(BoundedJson.object(line.bytes()), null, line.after());
            } catch (RefusedInput e) {
                return new Held(null, e.reason(), line.after());
            }
        }

        boolean isEarly(ReplayPace pace, Instant now) {
            return untilDue(pace, now).compareTo(Duration.ZERO) > 0;
        }

        Duration untilDue(ReplayPace pace, Instant now) {
            Instant witnessed = json == null ? null : ActivityMapper.claimedWitness(json);
            return witnessed == null ? Duration.ZERO : pace.untilDue(witnessed, now);
        }

        Reading read(ActivityMapper mapper, Instant now) {
            if (refusal != null) {
                return Reading.refused(refusal);
            }
            return json == null ? new Reading.Nothing() : mapper.map(json, now);
        }
    }
}
