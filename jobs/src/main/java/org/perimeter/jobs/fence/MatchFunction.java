// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.fence;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.perimeter.jobs.analyze.Analyzed;
import org.perimeter.jobs.analyze.AnalyzerFactory;
import org.perimeter.jobs.analyze.TimedAnalyzer;
import org.perimeter.jobs.control.ControlKind;
import org.perimeter.jobs.control.ControlRecipe;
import org.perimeter.jobs.control.ControlUpdate;
import org.perimeter.jobs.control.ControlView;
import org.perimeter.jobs.side.SideOutputs;
import org.perimeter.jobs.tally.CheckpointedTally;
import org.perimeter.jobs.tally.TallySnapshot;
import org.perimeter.policy.fence.BoundingBox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The match as a station: {@link Matcher} does the work; this class gives it Flink's hooks. The
 * matcher with its waiting posts is a transient field, so no checkpoint ever holds one.
 */
public final class MatchFunction
        extends BroadcastProcessFunction<Analyzed, ControlUpdate, Candidate>
        implements CheckpointedFunction {

    private static final long serialVersionUID = 1L;

    private final ControlRecipe recipe;
    private final AnalyzerFactory factory;
    private final Duration budget;
    private final String run;
    private final ArrayList<BoundingBox> towns;
    private transient @Nullable SecondReading reading;
    private transient @Nullable CheckpointedTally tally;
    private transient @Nullable Matcher matcher;

    /**
     * @param factory reads posts that wait again
     * @param budget longest time for one post
     * @param run id of this run of the job
     * @param towns the jurisdictions
     */
    public MatchFunction(
            ControlRecipe recipe,
            AnalyzerFactory factory,
            Duration budget,
            String run,
            List<BoundingBox> towns) {
        this.recipe = recipe;
        this.factory = factory;
        this.budget = budget;
        this.run = run;
        this.towns = new ArrayList<>(towns);
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        int subtask = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
        tally =
                new CheckpointedTally(
                        context.getOperatorStateStore(), "match", run, subtask, recipe.clock());
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        counts().save();
    }

    @Override
    public void open(OpenContext context) {
        ControlView control = recipe.open();
        reading = new SecondReading(control, new TimedAnalyzer(factory, budget));
        matcher = new Matcher(control, counts().tally(), reading, System::nanoTime, towns);
    }

    @Override
    public void close() {
        if (reading != null) {
            reading.close();
        }
        if (tally != null) {
            tally.flush(recipe.stores());
        }
    }

    @Override
    public void processElement(
            Analyzed analyzed, ReadOnlyContext context, Collector<Candidate> out) {
        matcher().post(analyzed, recipe.clock().instant(), out);
    }

    @Override
    public void processBroadcastElement(
            ControlUpdate update, Context context, Collector<Candidate> out)
            throws InterruptedException {
        matcher().control(update, context.currentWatermark(), out);
        if (update.kind() != ControlKind.TICK) {
            return;
        }
        for (TallySnapshot due : counts().due(update.at())) {
            context.output(SideOutputs.TALLIES, due);
        }
    }

    private CheckpointedTally counts() {
        if (tally == null) {
            throw new IllegalStateException("not initialised");
        }
        return tally;
    }

    private Matcher matcher() {
        if (matcher == null) {
            throw new IllegalStateException("not opened");
        }
        return matcher;
    }
}
