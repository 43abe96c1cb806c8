// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.passage;

import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.perimeter.jobs.admit.Keyring;
import org.perimeter.jobs.analyze.AnalyzerFactory;
import org.perimeter.jobs.analyze.PostReader;
import org.perimeter.jobs.collect.WatchTime;
import org.perimeter.jobs.control.ControlKind;
import org.perimeter.jobs.control.ControlRecipe;
import org.perimeter.jobs.control.ControlUpdate;
import org.perimeter.jobs.control.ControlView;
import org.perimeter.jobs.fence.Candidate;
import org.perimeter.jobs.fence.HeldRoutes;
import org.perimeter.jobs.ingest.KeyedEvent;
import org.perimeter.jobs.ingest.PostKey;
import org.perimeter.jobs.side.SideOutputs;
import org.perimeter.jobs.side.SideStream;
import org.perimeter.jobs.tally.CheckpointedTally;
import org.perimeter.jobs.tally.TallySnapshot;
import org.perimeter.policy.fence.BoundingBox;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.post.PostEvent;
import org.perimeter.policy.rules.RetentionSchedule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The passage as one operator, partitioned by post: {@link Passage} does the work; this class gives
 * it Flink's hooks. The passage with its waiting posts is a transient field, so no checkpoint ever
 * holds one.
 */
public final class PassageFunction
        extends KeyedBroadcastProcessFunction<PostKey, KeyedEvent, ControlUpdate, Candidate>
        implements CheckpointedFunction {

    /** Accumulator above 0 once the passage knows a rulebook, valid or not. */
    public static final String RULEBOOK_KNOWN = "rulebookKnown";

    private static final long serialVersionUID = 1L;

    /** What waits is looked at so often by our own clock, also while the store tells nothing. */
    private static final long SWEEP_MILLIS = 1_000;

    private final ControlRecipe recipe;
    private final AnalyzerFactory analyzers;
    private final Keyring keyring;
    private final ArrayList<BoundingBox> towns;
    private final String run;
    private transient @Nullable Open open;
    private transient @Nullable CheckpointedTally tally;
    private transient boolean sweepDue;

    /**
     * @param analyzers read posts
     * @param keyring knows of which incidents anything may be held
     * @param towns the jurisdictions
     * @param run id of this run of the job
     */
    public PassageFunction(
            ControlRecipe recipe,
            AnalyzerFactory analyzers,
            Keyring keyring,
            List<BoundingBox> towns,
            String run) {
        this.recipe = recipe;
        this.analyzers = analyzers;
        this.keyring = keyring;
        this.towns = new ArrayList<>(towns);
        this.run = run;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        tally =
                new CheckpointedTally(
                        context.getOperatorStateStore(), "passage", run, subtask(), recipe.clock());
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        counts().save();
    }

    @Override
    public void open(OpenContext context) {
        ControlView control = recipe.open();
        LongCounter rulebookKnown = new LongCounter();
        getRuntimeContext().addAccumulator(RULEBOOK_KNOWN, rulebookKnown);
        Passage passage =
                new Passage(
                        control,
                        counts().tally(),
                        new PostReader(analyzers.create()),
                        HeldRoutes.inheriting(mayHold(control), isFirst()),
                        System::nanoTime,
                        towns);
        open =
                new Open(
                        control,
                        passage,
                        new KeyedPostMemory(getRuntimeContext()),
                        new WatchTime(),
                        rulebookKnown);
    }

    /** Incidents of which something may be held from before; without a key there is nothing. */
    private Set<String> mayHold(ControlView control) {
        Set<String> ids = new HashSet<>();
        for (Incident incident : control.incidents()) {
            if (RetentionSchedule.mayHold(incident, control.now())
                    && keyring.holds(incident.id())) {
                ids.add(incident.id());
            }
        }
        return ids;
    }

    @Override
    public void close() {
        if (open != null) {
            open.passage.close();
        }
        if (tally != null) {
            tally.flush(recipe.stores());
        }
    }

    @Override
    public void processElement(KeyedEvent keyed, ReadOnlyContext context, Collector<Candidate> out)
            throws Exception {
        opened().passage.take(keyed, opened().memory, new Output(context::output, out));
        if (!sweepDue) {
            sweepLater(context);
        }
    }

    private void sweepLater(ReadOnlyContext context) {
        sweepDue = true;
        long now = context.timerService().currentProcessingTime();
        context.timerService().registerProcessingTimeTimer(now + SWEEP_MILLIS);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Candidate> out) {
        Passage passage = opened().passage;
        passage.timePassed(context.currentWatermark(), new Output(context::output, out));
        sweepDue = false;
        if (passage.hasWaiting()) {
            sweepLater(context);
        }
    }

    @Override
    public void processBroadcastElement(
            ControlUpdate update, Context context, Collector<Candidate> out) {
        Open now = opened();
        now.passage.govern(update, context.currentWatermark(), new Output(context::output, out));
        if (update.kind() == ControlKind.AUTHOR_DELETED && isFirst()) {
            counts().tally().add("deletesAsked");
        }
        if (update.kind() == ControlKind.TICK) {
            tick(now);
            for (TallySnapshot due : counts().due(now.control.now())) {
                context.output(SideOutputs.TALLIES, due);
            }
        }
    }

    private void tick(Open now) {
        if (isFirst()) {
            now.watch.tick(
                    now.control.now(),
                    now.passage.state(),
                    now.control.incidents(),
                    counts().tally());
        }
        if (now.control.hasRulebook()) {
            counts().tally().set("ready", 1);
            if (now.rulebookKnown.getLocalValuePrimitive() == 0) {
                now.rulebookKnown.add(1);
            }
        }
    }

    private int subtask() {
        return getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
    }

    /** What concerns all subtasks is done, and counted, by the first. */
    private boolean isFirst() {
        return subtask() == 0;
    }

    private CheckpointedTally counts() {
        if (tally == null) {
            throw new IllegalStateException("not initialised");
        }
        return tally;
    }

    private Open opened() {
        if (open == null) {
            throw new IllegalStateException("not opened");
        }
        return open;
    }

    /** What there is once the station is open. */
    private record Open(
            ControlView control,
            Passage passage,
            KeyedPostMemory memory,
            WatchTime watch,
            LongCounter rulebookKnown) {}

    /** Candidates go on, what could not be read goes aside. */
    private final class Output implements PassageOutput {

        private final SideStream side;
        private final Collector<Candidate> out;

        private Output(SideStream side, Collector<Candidate> out) {
            this.side = side;
            this.out = out;
        }

        @Override
        public void candidate(Candidate candidate) {
            out.collect(candidate);
        }

        @Override
        public void unread(PostEvent event, DeadLetterReason reason) {
            side.output(
                    SideOutputs.DEAD_LETTERS,
                    UnreadPosts.letter(event, reason, recipe.clock().instant()));
        }
    }
}
