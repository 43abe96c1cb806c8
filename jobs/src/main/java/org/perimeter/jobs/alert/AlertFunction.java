// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.alert;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.Stores;
import org.perimeter.connectors.spi.store.StoresFactory;
import org.perimeter.jobs.close.CloseStationFactory;
import org.perimeter.jobs.control.ControlKind;
import org.perimeter.jobs.control.ControlRecipe;
import org.perimeter.jobs.control.ControlUpdate;
import org.perimeter.jobs.control.ControlView;
import org.perimeter.jobs.side.SideOutputs;
import org.perimeter.policy.alerting.AlertMemory;
import org.perimeter.policy.fence.BoundingBox;
import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.alert.RulePrecision;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.review.Reviewed;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Alerts as a station, partitioned by incident: {@link AlertDesk} does the work; this class gives
 * it Flink's hooks. Every change is written; what is told outside, and what changes where an alert
 * stands, is told to the ledger.
 */
public final class AlertFunction
        extends KeyedBroadcastProcessFunction<String, AlertSignal, ControlUpdate, Alert> {

    private static final long serialVersionUID = 2L;

    /** Longer than any fence may live; afterwards nothing about its alerts can change. */
    private static final Duration MEMORY = Duration.ofDays(4);

    /** What analysts made of alerts counts soon: a rule may have to be suspended. */
    private static final Duration PRECISIONS_FRESH = Duration.ofMinutes(1);

    private final ControlRecipe recipe;
    private final StoresFactory stores;
    private final CloseStationFactory readers;
    private final double townSquareMeters;
    private transient @Nullable ControlView control;
    private transient @Nullable AlertRecall recall;
    private transient @Nullable AlertDesk desk;
    private transient @Nullable Set<String> compared;
    private transient @Nullable ValueStateDescriptor<AlertMemory> memories;

    /**
     * @param readers know the version of the model that reads closely
     * @param towns the jurisdictions; none where they are not known
     */
    public AlertFunction(
            ControlRecipe recipe,
            StoresFactory stores,
            CloseStationFactory readers,
            List<BoundingBox> towns) {
        this.recipe = recipe;
        this.stores = stores;
        this.readers = readers;
        this.townSquareMeters = towns.stream().mapToDouble(BoundingBox::areaSquareMeters).sum();
    }

    @Override
    public void open(OpenContext context) {
        memories =
                new ValueStateDescriptor<>(
                        "incident-alerts", TypeInformation.of(AlertMemory.class));
        memories.enableTimeToLive(
                StateTtlConfig.newBuilder(MEMORY).updateTtlOnCreateAndWrite().build());
        Stores opened = stores.open();
        control = recipe.open();
        recall = new AlertRecall(opened, control);
        compared = new HashSet<>();
        LastKnown<Map<String, RulePrecision>> pasts =
                new LastKnown<>(
                        "dispositions",
                        PRECISIONS_FRESH,
                        Map.of(),
                        now -> opened.dispositions().precisions());
        TownCounts counts = new TownCounts(opened.tallies());
        desk =
                new AlertDesk(
                        control,
                        new AlertTerms(
                                control,
                                pasts::at,
                                now -> new TownLife(townSquareMeters, counts.at(now)),
                                readers.model()));
    }

    @Override
    public void close() {
        if (recall != null) {
            recall.close();
        }
    }

    @Override
    public void processElement(AlertSignal signal, ReadOnlyContext context, Collector<Alert> out)
            throws Exception {
        if (desk == null || memories == null || recall == null) {
            throw new IllegalStateException("not opened");
        }
        ValueState<AlertMemory> state = getRuntimeContext().getState(memories);
        Consumer<LedgerDraft> ledger = draft -> context.output(SideOutputs.LEDGER, draft);
        AlertMemory before = memory(signal.incidentId(), state.value(), ledger);
        Reviewed reviewed = desk.hear(signal, before);
        state.update(reviewed.memory());
        tell(before, reviewed.changed(), out::collect, ledger);
    }

    /**
     * What is known of an incident, compared with the store once after every start. What the store
     * alone remembered is told to the ledger, which has not heard of it: drafts go with
     * checkpoints.
     */
    private AlertMemory memory(
            String incidentId, @Nullable AlertMemory known, Consumer<LedgerDraft> ledger) {
        if (recall == null || compared == null) {
            throw new IllegalStateException("not opened");
        }
        boolean first = compared.add(incidentId);
        if (known == null) {
            return recall.recall(incidentId);
        }
        if (!first) {
            return known;
        }
        List<Alert> newer = recall.newer(incidentId, known);
        tell(known, newer, alert -> {}, ledger);
        AlertMemory memory = known;
        for (Alert alert : newer) {
            memory = memory.with(alert);
        }
        return memory;
    }

    @Override
    public void processBroadcastElement(ControlUpdate update, Context context, Collector<Alert> out)
            throws Exception {
        if (control == null || memories == null) {
            throw new IllegalStateException("not opened");
        }
        control.apply(update);
        if (update.kind() != ControlKind.AUTHOR_DELETED) {
            context.applyToKeyedState(
                    memories,
                    (incidentId, state) -> follow(incidentId, update.kind(), state, context, out));
        }
    }

    private void follow(
            String incidentId,
            ControlKind cause,
            ValueState<AlertMemory> state,
            Context context,
            Collector<Alert> out)
            throws IOException {
        AlertMemory stored = state.value();
        if (stored == null || desk == null) {
            return;
        }
        Consumer<LedgerDraft> ledger = draft -> context.output(SideOutputs.LEDGER, draft);
        boolean due = cause != ControlKind.TICK || stored.stands();
        AlertMemory memory = due ? memory(incidentId, stored, ledger) : stored;
        Reviewed reviewed = desk.follow(incidentId, cause, memory);
        if (!reviewed.memory().equals(stored)) {
            state.update(reviewed.memory());
        }
        tell(memory, reviewed.changed(), out::collect, ledger);
    }

    private static void tell(
            AlertMemory before,
            List<Alert> changed,
            Consumer<Alert> out,
            Consumer<LedgerDraft> ledger) {
        for (Alert alert : changed) {
            out.accept(alert);
            Alert earlier = before.find(alert.id());
            if (alert.telling().now() || earlier == null || earlier.state() != alert.state()) {
                ledger.accept(AlertDrafts.of(alert));
            }
        }
    }
}
