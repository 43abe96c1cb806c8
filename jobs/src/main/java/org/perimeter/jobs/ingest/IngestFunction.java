// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.ingest;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.perimeter.jobs.side.SideOutputs;
import org.perimeter.jobs.source.Fetched;
import org.perimeter.jobs.tally.Tally;
import org.perimeter.jobs.tally.TallySnapshot;
import org.perimeter.policy.model.decision.DeadLetter;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.decision.Stage;
import org.perimeter.policy.model.post.PostEvent;
import org.perimeter.policy.model.post.PostOperation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The door: sorts what sources bring. Events about posts go on under their keyed hash when they
 * keep within {@link EventLimits}, deleted authors and dead letters go their own ways, gaps are
 * counted.
 */
public final class IngestFunction extends ProcessFunction<Fetched, KeyedEvent> {

    /** Deletes of whole accounts. */
    public static final OutputTag<PostEvent> AUTHOR_DELETES =
            new OutputTag<>("author-deletes", TypeInformation.of(PostEvent.class));

    private static final long serialVersionUID = 1L;

    /** A network whose clock is further ahead of ours is not believed. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final DedupeKey key;
    private final String run;
    private final Clock clock;
    private transient DedupeKey.@Nullable PostHash hash;
    private transient @Nullable Tally tally;
    private transient @Nullable String day;

    /**
     * @param run id of this run of the job
     * @param clock the wall clock; must be serialisable
     */
    public IngestFunction(DedupeKey key, String run, Clock clock) {
        this.key = key;
        this.run = run;
        this.clock = clock;
    }

    @Override
    public void open(OpenContext context) {
        hash = key.hasher();
    }

    @Override
    public void processElement(Fetched fetched, Context context, Collector<KeyedEvent> out) {
        if (fetched.deadLetter() != null) {
            context.output(SideOutputs.DEAD_LETTERS, fetched.deadLetter());
        }
        if (fetched.gaps() > 0) {
            countGaps(fetched, context);
        }
        PostEvent event = fetched.event();
        if (event == null) {
            return;
        }
        DeadLetterReason problem = problem(event);
        if (problem != null) {
            context.output(SideOutputs.DEAD_LETTERS, refused(event, problem));
        } else if (event.operation() == PostOperation.DELETE_AUTHOR) {
            context.output(AUTHOR_DELETES, event);
        } else if (hash != null) {
            out.collect(new KeyedEvent(hash.of(event.network(), event.postId()), named(event)));
        }
    }

    private void countGaps(Fetched fetched, Context context) {
        Instant now = clock.instant();
        String today = LocalDate.ofInstant(now, ZoneOffset.UTC).toString();
        if (tally == null || !today.equals(day)) {
            day = today;
            tally = new Tally();
        }
        tally.add("sourceGaps/" + fetched.source(), fetched.gaps());
        // A restarted source counts from zero again, so every attempt is a producer of its own.
        String producer =
                "ingest-"
                        + run
                        + "-"
                        + getRuntimeContext().getTaskInfo().getIndexOfThisSubtask()
                        + "-"
                        + getRuntimeContext().getTaskInfo().getAttemptNumber();
        context.output(
                SideOutputs.TALLIES, new TallySnapshot(producer, today, now, tally.counts()));
    }

    private @Nullable DeadLetterReason problem(PostEvent event) {
        return event.witnessedAt().isAfter(clock.instant().plus(CLOCK_SKEW))
                ? DeadLetterReason.BAD_TIMESTAMP
                : EventLimits.problem(event);
    }

    /** A delete that names its author in a way that nobody can is still a delete. */
    private static PostEvent named(PostEvent event) {
        if (event.operation() != PostOperation.DELETE || EventLimits.isId(event.authorId())) {
            return event;
        }
        return new PostEvent(
                event.operation(),
                event.source(),
                event.network(),
                event.postId(),
                "",
                event.witnessedAt(),
                event.version(),
                null);
    }

    private DeadLetter refused(PostEvent event, DeadLetterReason reason) {
        String id = event.postId().isEmpty() ? event.authorId() : event.postId();
        String reference = hash == null ? "" : hash.of(event.network(), id).toHex();
        return new DeadLetter(
                Stage.INGEST + ":" + event.source() + ":" + reference,
                Stage.INGEST,
                reason,
                event.source(),
                reference,
                clock.instant());
    }
}
