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
import org.perimeter.connectors.spi.store.StoresFactory;
import org.perimeter.jobs.control.ControlKind;
import org.perimeter.jobs.control.ControlRecipe;
import org.perimeter.jobs.control.ControlUpdate;
import org.perimeter.jobs.control.ControlView;
import org.perimeter.jobs.ledger.CanonicalPayload;
import org.perimeter.jobs.ledger.Drafts;
import org.perimeter.jobs.side.SideOutputs;
import org.perimeter.policy.ledger.ItemRoot;
import org.perimeter.policy.model.alert.Alert;
import org.perimeter.policy.model.decision.LedgerDraft;
import org.perimeter.policy.model.decision.LedgerEntryType;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Keeps one alert per incident, kind and category in step with the posts that speak for it and with
 * the incident's life. Every change is written, and told to the ledger.
 */
public final class AlertFunction
        extends KeyedBroadcastProcessFunction<String, AlertSignal, ControlUpdate, Alert> {

    private static final long serialVersionUID = 1L;

    /** Longer than any fence may live; afterwards nothing about the alert can change. */
    private static final Duration MEMORY = Duration.ofDays(4);

    private final ControlRecipe recipe;
    private final StoresFactory stores;
    private transient @Nullable ControlView control;
    private transient @Nullable AlertRecall recall;
    private transient @Nullable ValueStateDescriptor<AlertMemory> memories;

    public AlertFunction(ControlRecipe recipe, StoresFactory stores) {
        this.recipe = recipe;
        this.stores = stores;
    }

    @Override
    public void open(OpenContext context) {
        memories = new ValueStateDescriptor<>("alert", TypeInformation.of(AlertMemory.class));
        memories.enableTimeToLive(
                StateTtlConfig.newBuilder(MEMORY).updateTtlOnCreateAndWrite().build());
        recall = new AlertRecall(stores.open());
        control = recipe.open();
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
        if (control == null || memories == null || recall == null) {
            throw new IllegalStateException("not opened");
        }
        ValueState<AlertMemory> state = getRuntimeContext().getState(memories);
        AlertMemory known = state.value();
        AlertMemory before = known == null ? recall.recall(AlertVersions.id(signal.key())) : known;
        AlertMemory after = new AlertDesk(control).hear(signal, before);
        state.update(after);
        tell(before, after, out, draft -> context.output(SideOutputs.LEDGER, draft));
    }

    @Override
    public void processBroadcastElement(ControlUpdate update, Context context, Collector<Alert> out)
            throws Exception {
        if (control == null || memories == null) {
            throw new IllegalStateException("not opened");
        }
        control.apply(update);
        if (update.kind() == ControlKind.TICK || update.kind() == ControlKind.INCIDENT) {
            context.applyToKeyedState(
                    memories, (key, state) -> followIncident(state, context, out));
        }
    }

    private void followIncident(
            ValueState<AlertMemory> state, Context context, Collector<Alert> out)
            throws IOException {
        AlertMemory memory = state.value();
        if (memory == null || control == null) {
            return;
        }
        AlertMemory after = new AlertDesk(control).follow(memory);
        if (!after.equals(memory)) {
            state.update(after);
            tell(memory, after, out, draft -> context.output(SideOutputs.LEDGER, draft));
        }
    }

    private static void tell(
            AlertMemory before,
            AlertMemory after,
            Collector<Alert> out,
            Consumer<LedgerDraft> ledger) {
        Alert alert = after.alert();
        if (alert != null && !alert.equals(before.alert())) {
            out.collect(alert);
            ledger.accept(draft(alert));
        }
    }

    private static LedgerDraft draft(Alert alert) {
        return Drafts.of(
                LedgerEntryType.ALERT,
                alert.updatedAt(),
                alert.decision().ruleId(),
                alert.decision().rulebookHash(),
                alert.decision().outcome(),
                new CanonicalPayload()
                        .with("alert", alert.id())
                        .with("incident", alert.incidentId())
                        .with("state", alert.state().name())
                        .with("kind", alert.kind().name())
                        .with("category", alert.category().name())
                        .with("sequence", alert.sequence())
                        .with("authors", alert.authors())
                        .with("posts", alert.postIds().size())
                        .with("root", ItemRoot.of(alert.postIds()).toHex()));
    }
}
