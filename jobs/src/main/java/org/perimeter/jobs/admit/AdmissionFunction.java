// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.admit;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.PostWrite;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.connectors.spi.store.StoresFactory;
import org.perimeter.jobs.alert.AlertSignal;
import org.perimeter.jobs.close.CloseStationFactory;
import org.perimeter.jobs.control.ControlKind;
import org.perimeter.jobs.control.ControlRecipe;
import org.perimeter.jobs.control.ControlUpdate;
import org.perimeter.jobs.control.ControlView;
import org.perimeter.jobs.fence.Candidate;
import org.perimeter.jobs.side.SideOutputs;
import org.perimeter.jobs.side.SideStream;
import org.perimeter.jobs.tally.CheckpointedTally;
import org.perimeter.jobs.tally.TallySnapshot;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.post.PostEvent;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * The admission gate as a station, partitioned by incident: {@link AdmissionDesk} does the work for
 * the current incident; this class gives it Flink's hooks, and tells the ledger every two seconds.
 */
public final class AdmissionFunction
        extends KeyedBroadcastProcessFunction<String, Candidate, ControlUpdate, PostWrite>
        implements CheckpointedFunction {

    /** What admitted posts say for and against alerts. */
    public static final OutputTag<AlertSignal> ALERT_SIGNALS =
            new OutputTag<>("alert-signals", TypeInformation.of(AlertSignal.class));

    private static final long serialVersionUID = 1L;
    private static final long BATCH_MILLIS = 2_000;

    private final ControlRecipe recipe;
    private final CloseStationFactory closeStations;
    private final StoresFactory factory;
    private final Keyring keyring;
    private final String run;
    private transient @Nullable CheckpointedTally tally;
    private transient @Nullable ControlView control;
    private transient @Nullable Stores stores;
    private transient @Nullable AdmissionDesk desk;
    private transient @Nullable AdmittedPosts held;
    private transient @Nullable AdmissionBatch batch;
    private transient boolean restored;
    private transient boolean recalled;

    /**
     * @param closeStations read beside the incident what lies inside its fence
     * @param run id of this run of the job
     */
    public AdmissionFunction(
            ControlRecipe recipe,
            CloseStationFactory closeStations,
            StoresFactory stores,
            Keyring keyring,
            String run) {
        this.recipe = recipe;
        this.closeStations = closeStations;
        this.factory = stores;
        this.keyring = keyring;
        this.run = run;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        int subtask = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
        tally =
                new CheckpointedTally(
                        context.getOperatorStateStore(), "admission", run, subtask, recipe.clock());
        restored = context.isRestored();
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        if (tally != null) {
            tally.save();
        }
    }

    @Override
    public void open(OpenContext context) {
        if (tally == null) {
            throw new IllegalStateException("not initialised");
        }
        control = recipe.open();
        stores = factory.open();
        batch = new AdmissionBatch(getRuntimeContext());
        held = new AdmittedPosts(getRuntimeContext(), stores.posts(), restored);
        desk =
                new AdmissionDesk(
                        control, closeStations.create(), keyring, held, batch, tally.tally());
    }

    @Override
    public void close() {
        if (tally != null) {
            tally.flush(factory);
        }
        if (stores != null) {
            stores.close();
        }
    }

    @Override
    public void processElement(
            Candidate candidate, ReadOnlyContext context, Collector<PostWrite> out)
            throws Exception {
        if (desk == null) {
            throw new IllegalStateException("not opened");
        }
        desk.serve(candidate, recipe.clock().instant(), output(context::output, out));
        if (context.currentWatermark() == Long.MAX_VALUE) {
            // The posts have ended: no later timer can be counted on.
            drain(candidate.incidentId(), context::output);
        } else {
            long now = context.timerService().currentProcessingTime();
            long next = (now / BATCH_MILLIS + 1) * BATCH_MILLIS;
            context.timerService().registerProcessingTimeTimer(next);
            context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<PostWrite> out)
            throws Exception {
        drain(context.getCurrentKey(), context::output);
    }

    private static DeskOutput output(SideStream side, Collector<PostWrite> out) {
        return new DeskOutput(
                out::collect,
                signal -> side.output(ALERT_SIGNALS, signal),
                letter -> side.output(SideOutputs.DEAD_LETTERS, letter));
    }

    private void drain(String incidentId, SideStream side) throws Exception {
        if (batch == null || control == null) {
            throw new IllegalStateException("not opened");
        }
        String hash = control.rulebook() == null ? "" : control.rulebook().hash();
        for (LedgerDraft draft : batch.drain(incidentId, hash, recipe.clock().instant())) {
            side.output(SideOutputs.LEDGER, draft);
        }
    }

    @Override
    public void processBroadcastElement(
            ControlUpdate update, Context context, Collector<PostWrite> out) throws Exception {
        if (control == null || tally == null) {
            throw new IllegalStateException("not opened");
        }
        control.apply(update);
        if (update.authorDelete() != null) {
            deleteAuthor(update.authorDelete(), context, out);
        }
        if (update.kind() != ControlKind.TICK) {
            return;
        }
        keyring.keepOnly(live(control));
        if (restored && !recalled) {
            recalled = true;
            recall(control, context, out);
        }
        for (TallySnapshot due : tally.due(control.now())) {
            context.output(SideOutputs.TALLIES, due);
        }
    }

    /** Goes through what is held here, so that nobody needs to know who holds what of an author. */
    private void deleteAuthor(PostEvent delete, Context context, Collector<PostWrite> out)
            throws Exception {
        AdmissionDesk serving = desk;
        AdmissionBatch told = batch;
        if (serving == null || held == null || told == null) {
            throw new IllegalStateException("not opened");
        }
        Instant now = recipe.clock().instant();
        serving.authorGone(delete, now);
        DeskOutput output = output(context::output, out);
        context.applyToKeyedState(
                held.everyIncident(),
                (incidentId, count) -> {
                    serving.serve(Candidate.withdrawAuthor(incidentId, delete), now, output);
                    // No timer can be set from here.
                    if (told.hasErased()) {
                        drain(incidentId, context::output);
                    }
                });
    }

    /** After a restart: what was stored after the checkpoint is told of, also if nothing comes. */
    private void recall(ControlView view, Context context, Collector<PostWrite> out)
            throws Exception {
        AdmissionDesk serving = desk;
        AdmittedPosts known = held;
        if (serving == null || known == null) {
            throw new IllegalStateException("not opened");
        }
        DeskOutput output = output(context::output, out);
        Set<String> live = live(view);
        context.applyToKeyedState(
                known.everyIncident(),
                (incidentId, count) -> {
                    if (live.contains(incidentId)) {
                        serving.recall(incidentId, output);
                        // No timer can be set from here.
                        drain(incidentId, context::output);
                    }
                });
    }

    private static Set<String> live(ControlView control) {
        Set<String> live = new HashSet<>();
        for (Incident incident : control.incidents()) {
            if (incident.isLive(control.now())) {
                live.add(incident.id());
            }
        }
        return live;
    }
}
