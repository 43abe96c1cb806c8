// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.exercise;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.exercise.city.TownPlaces;
import org.perimeter.connectors.exercise.judge.TruthBook;
import org.perimeter.connectors.exercise.scenario.ActivityWriter;
import org.perimeter.connectors.exercise.scenario.Addresses;
import org.perimeter.connectors.exercise.scenario.Exercise;
import org.perimeter.connectors.exercise.scenario.IncidentPlan;
import org.perimeter.connectors.exercise.scenario.ScenarioLine;
import org.perimeter.connectors.exercise.scenario.Timeline;
import org.perimeter.connectors.exercise.score.PlayedExercise;
import org.perimeter.connectors.sources.activitystreams.ActivityMapper;
import org.perimeter.connectors.sources.input.Reading;
import org.perimeter.jobs.admit.Keyring;
import org.perimeter.jobs.analyze.AnalyzerFactory;
import org.perimeter.jobs.close.CloseStation;
import org.perimeter.jobs.control.ControlUpdate;
import org.perimeter.jobs.control.ControlView;
import org.perimeter.jobs.control.TrustFolder;
import org.perimeter.policy.key.IncidentKeys;
import org.perimeter.policy.key.KeyFolder;
import org.perimeter.policy.model.decision.SignedRulebook;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentStatement;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.policy.model.place.Fence;
import org.perimeter.policy.rulebook.Rulebook;
import org.perimeter.policy.rules.life.IncidentCommand;
import org.perimeter.policy.rules.life.IncidentRules;
import org.perimeter.policy.rules.life.IncidentStep;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Plays one exercise through the passage in its own time: every act is taken up at the very moment
 * at which it happens, and the clock ticks in between.
 */
final class ExercisePlay {

    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration TICK = Duration.ofSeconds(10);
    private static final Duration FENCE_LIFE = Duration.ofHours(4);

    private final TownPlaces places;
    private final AnalyzerFactory analyzers;
    private final CloseStation closely;

    ExercisePlay(TownPlaces places, AnalyzerFactory analyzers, CloseStation closely) {
        this.places = places;
        this.analyzers = analyzers;
        this.closely = closely;
    }

    /**
     * Plays it.
     *
     * @param keys where a key folder for this exercise is made
     */
    PlayedExercise play(Exercise exercise, Path keys) throws Exception {
        Timeline timeline = new Timeline(START, exercise.length(), 1);
        ControlView control = governed(keys);
        Evidence evidence = new Evidence(control, keysByAddress(exercise));
        List<IncidentPlan> waiting = new ArrayList<>(exercise.incidents());
        Map<String, IncidentPlan> opened = new HashMap<>();
        try (ExercisePassage passage =
                new ExercisePassage(
                        control,
                        analyzers.create(),
                        evidence.listenTo(closely),
                        new Keyring(keys),
                        evidence)) {
            Mouth mouth = new Mouth(places, timeline);
            Instant tick = START;
            for (ScenarioLine line : exercise.lines()) {
                Instant now = timeline.witnessedAt(line.at());
                tick = tickUntil(now, tick, timeline, waiting, opened, control, passage);
                mouth.say(line, now, passage);
            }
            tickUntil(
                    START.plus(exercise.length()),
                    tick,
                    timeline,
                    waiting,
                    opened,
                    control,
                    passage);
        }
        return new PlayedExercise(
                opened,
                evidence.kept(),
                documents(exercise, opened, keys),
                evidence.alerts(),
                evidence.traces());
    }

    private static ControlView governed(Path keys) throws IOException, GeneralSecurityException {
        SignedRulebook rulebook = ExerciseRulebook.sign(keys, START);
        ControlView control = new ControlView(new TrustFolder(keys, true), () -> START);
        control.apply(ControlUpdate.rulebook(START, rulebook));
        control.apply(ControlUpdate.tick(START, START, START));
        return control;
    }

    /** Lets the clock tick, and incidents open when they are due, up to a moment. */
    private Instant tickUntil(
            Instant now,
            Instant last,
            Timeline timeline,
            List<IncidentPlan> waiting,
            Map<String, IncidentPlan> opened,
            ControlView control,
            ExercisePassage passage)
            throws Exception {
        Instant tick = last;
        while (!tick.plus(TICK).isAfter(now)) {
            tick = tick.plus(TICK);
            for (IncidentPlan plan : List.copyOf(waiting)) {
                Instant due = timeline.witnessedAt(plan.opensAt());
                if (!due.isAfter(tick)) {
                    waiting.remove(plan);
                    Incident incident = incident(plan, due, control.rulebook(), tick);
                    opened.put(incident.id(), plan);
                    passage.govern(ControlUpdate.incident(tick, incident));
                }
            }
            passage.govern(ControlUpdate.tick(tick, tick, tick));
        }
        return tick;
    }

    /** Goes through the same door as every incident; a plan that it refuses is a faulty pack. */
    private Incident incident(
            IncidentPlan plan, Instant opensAt, @Nullable Rulebook rulebook, Instant now) {
        IncidentStatement statement =
                new IncidentStatement(
                        "manual:exercise-" + plan.id(),
                        "manual",
                        "EX-2026-" + plan.id(),
                        plan.title(),
                        plan.category(),
                        plan.priority(),
                        IncidentStatus.ACTIVE,
                        Fence.circle(places.get(plan.place()).point(), plan.radiusMeters()),
                        false,
                        true,
                        new IncidentStatement.Times(opensAt, opensAt.plus(FENCE_LIFE), 0),
                        IncidentStatement.Motive.NONE);
        IncidentStep step =
                IncidentRules.next(null, new IncidentCommand.State(statement), rulebook, now);
        if (step instanceof IncidentStep.Changed changed) {
            return changed.incident();
        }
        throw new IllegalStateException("the rulebook refuses incident " + plan.id());
    }

    private static Map<String, String> keysByAddress(Exercise exercise) {
        Map<String, String> keys = new HashMap<>();
        for (ScenarioLine line : exercise.lines()) {
            keys.put(Addresses.post(line.post()), line.post());
        }
        return keys;
    }

    private static Map<String, String> documents(
            Exercise exercise, Map<String, IncidentPlan> opened, Path keys) {
        TruthBook truth = new TruthBook(exercise);
        IncidentKeys incidentKeys = IncidentKeys.of(KeyFolder.open(keys));
        Map<String, String> documents = new HashMap<>();
        for (String incident : opened.keySet()) {
            // Without a key nothing can have been stored for the incident.
            incidentKeys.find(incident).ifPresent(key -> documents.putAll(truth.documents(key)));
        }
        return documents;
    }

    /** Says every act as the exercise's network does, and reads it as the source does. */
    private static final class Mouth {

        private final ActivityWriter writer;
        private final ActivityMapper mapper =
                new ActivityMapper(Addresses.NETWORK, Addresses.NETWORK);
        private final Timeline timeline;

        private Mouth(TownPlaces places, Timeline timeline) {
            this.writer = new ActivityWriter(places);
            this.timeline = timeline;
        }

        private void say(ScenarioLine line, Instant now, ExercisePassage passage) throws Exception {
            Reading said = mapper.map(writer.activity(line, timeline), now);
            if (said instanceof Reading.Event event) {
                passage.take(event.event());
            }
        }
    }
}
