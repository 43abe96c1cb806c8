// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.analyze;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.perimeter.jobs.collect.Collected;
import org.perimeter.jobs.control.ControlRecipe;
import org.perimeter.jobs.control.ControlUpdate;
import org.perimeter.jobs.control.ControlView;
import org.perimeter.jobs.side.SideOutputs;
import org.perimeter.nlp.places.Neighbourhood;
import org.perimeter.policy.model.decision.DeadLetter;
import org.perimeter.policy.model.decision.DeadLetterReason;
import org.perimeter.policy.model.decision.Stage;
import org.perimeter.policy.model.post.PostEvent;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Adds to every collected post what its text says. A text that takes too long or breaks the
 * analyzer becomes a dead letter; if the post was an edit, its earlier state is withdrawn.
 */
public final class AnalyzeFunction
        extends BroadcastProcessFunction<Collected, ControlUpdate, Analyzed> {

    private static final long serialVersionUID = 1L;

    private final AnalyzerFactory factory;
    private final Duration budget;
    private final ControlRecipe recipe;
    private transient @Nullable TimedAnalyzer analyzer;
    private transient @Nullable ControlView control;
    private transient List<Neighbourhood> neighbourhoods = List.of();

    /**
     * @param budget longest time for one post
     * @param recipe where incidents are learnt from, to look for places near them first
     */
    public AnalyzeFunction(AnalyzerFactory factory, Duration budget, ControlRecipe recipe) {
        this.factory = factory;
        this.budget = budget;
        this.recipe = recipe;
    }

    @Override
    public void open(OpenContext context) {
        control = recipe.open();
        neighbourhoods = LiveNeighbourhoods.of(control);
        analyzer = new TimedAnalyzer(factory, budget);
    }

    @Override
    public void processBroadcastElement(
            ControlUpdate update, Context context, Collector<Analyzed> out) {
        if (control == null) {
            throw new IllegalStateException("not opened");
        }
        control.apply(update);
        neighbourhoods = LiveNeighbourhoods.of(control);
    }

    @Override
    public void close() {
        if (analyzer != null) {
            analyzer.close();
        }
    }

    @Override
    public void processElement(
            Collected collected, ReadOnlyContext context, Collector<Analyzed> out)
            throws InterruptedException {
        PostEvent event = collected.event();
        DeadLetterReason problem;
        try {
            if (analyzer == null) {
                throw new IllegalStateException("not opened");
            }
            out.collect(new FirstReading(analyzer).of(collected, neighbourhoods));
            return;
        } catch (TimeoutException e) {
            problem = DeadLetterReason.TIME_BUDGET;
        } catch (ExecutionException e) {
            problem = DeadLetterReason.ANALYSIS_FAILED;
        }
        context.output(SideOutputs.DEAD_LETTERS, deadLetter(event, problem));
        if (collected.edit()) {
            out.collect(new Analyzed(event, true, null, false));
        }
    }

    private DeadLetter deadLetter(PostEvent event, DeadLetterReason reason) {
        // A reference that leads back to the post would name somebody who was not admitted.
        String reference = UUID.randomUUID().toString();
        return new DeadLetter(
                Stage.ANALYZE + ":" + event.source() + ":" + reference,
                Stage.ANALYZE,
                reason,
                event.source(),
                reference,
                recipe.clock().instant());
    }
}
