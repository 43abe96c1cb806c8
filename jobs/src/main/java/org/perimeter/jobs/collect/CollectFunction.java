// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.collect;

import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.perimeter.jobs.control.ControlKind;
import org.perimeter.jobs.control.ControlRecipe;
import org.perimeter.jobs.control.ControlUpdate;
import org.perimeter.jobs.control.ControlView;
import org.perimeter.jobs.ingest.FreshEvent;
import org.perimeter.jobs.side.SideOutputs;
import org.perimeter.jobs.tally.CheckpointedTally;
import org.perimeter.jobs.tally.TallySnapshot;
import org.perimeter.policy.model.decision.PolicyDecision;

/**
 * The collection gate as a station: asks the policy about every post, counts the answer, and lets
 * deletes through always.
 */
public final class CollectFunction
        extends BroadcastProcessFunction<FreshEvent, ControlUpdate, Collected>
        implements CheckpointedFunction {

    /** Accumulator above 0 once the gate knows a rulebook, valid or not. */
    public static final String RULEBOOK_KNOWN = "rulebookKnown";

    private static final long serialVersionUID = 1L;

    private final ControlRecipe recipe;
    private final String run;
    private transient @Nullable ControlView control;
    private transient @Nullable CheckpointedTally tally;
    private transient @Nullable WatchTime watch;
    private transient @Nullable LongCounter rulebookKnown;

    /**
     * @param run id of this run of the job
     */
    public CollectFunction(ControlRecipe recipe, String run) {
        this.recipe = recipe;
        this.run = run;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        int subtask = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
        tally =
                new CheckpointedTally(
                        context.getOperatorStateStore(), "gate", run, subtask, recipe.clock());
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        if (tally != null) {
            tally.save();
        }
    }

    @Override
    public void open(OpenContext context) {
        rulebookKnown = new LongCounter();
        getRuntimeContext().addAccumulator(RULEBOOK_KNOWN, rulebookKnown);
        watch = new WatchTime();
        control = recipe.open();
    }

    @Override
    public void close() {
        if (tally != null) {
            tally.flush(recipe.stores());
        }
    }

    @Override
    public void processElement(
            FreshEvent fresh, ReadOnlyContext context, Collector<Collected> out) {
        if (control == null || tally == null) {
            throw new IllegalStateException("not opened");
        }
        Collected collected = new CollectionDesk(control, tally.tally()).serve(fresh);
        if (collected != null) {
            out.collect(collected);
        }
    }

    @Override
    public void processBroadcastElement(
            ControlUpdate update, Context context, Collector<Collected> out) {
        if (control == null || tally == null || watch == null || rulebookKnown == null) {
            throw new IllegalStateException("not opened");
        }
        control.apply(update);
        if (update.kind() == ControlKind.AUTHOR_DELETED) {
            countOnce(tally);
        }
        if (update.kind() != ControlKind.TICK) {
            return;
        }
        if (getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0) {
            watch.tick(control.now(), state(control), control.incidents(), tally.tally());
        }
        if (control.hasRulebook()) {
            tally.tally().set("ready", 1);
            if (rulebookKnown.getLocalValuePrimitive() == 0) {
                rulebookKnown.add(1);
            }
        }
        for (TallySnapshot due : tally.due(control.now())) {
            context.output(SideOutputs.TALLIES, due);
        }
    }

    private void countOnce(CheckpointedTally counts) {
        if (getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0) {
            counts.tally().add("deletesAsked");
        }
    }

    /** What the gate would say to a post of an approved source: whether it watches at all. */
    private static PolicyDecision state(ControlView control) {
        if (control.rulebook() == null) {
            return CollectionDesk.decide(control, "", null);
        }
        return control.rulebook().sources().stream()
                .filter(source -> source.isUsable(control.now()))
                .findFirst()
                .map(source -> CollectionDesk.decide(control, source.id(), null))
                .orElseGet(() -> CollectionDesk.decide(control, "", null));
    }
}
