// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.staging;

import org.perimeter.connectors.exercise.city.Town;
import org.perimeter.connectors.exercise.scenario.Exercise;
import org.perimeter.connectors.exercise.scenario.ScenarioLine;
import org.perimeter.connectors.exercise.scenario.Script;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Stages a script in a town; the same staging gives the same exercise. */
public final class ExerciseStage {

    private final Town town;
    private final Script script;
    private final Map<String, List<String>> slots;

    public ExerciseStage(Town town, Script script) {
        this.town = town;
        this.script = script;
        this.slots = TownSlots.of(town.city(), script.slots());
    }

    /** The exercise of this staging. */
    public Exercise play(Staging staging) {
        List<ScenarioLine> lines = new ArrayList<>();
        Variation variation = new Variation(staging, town.places(), slots);
        script.packs().forEach(pack -> lines.addAll(variation.of(pack)));
        List<String> inside =
                staging.insidePercent() == 0
                        ? List.of()
                        : new FencePlaces(town).keys(script.incidents());
        lines.addAll(
                new OrdinaryStream(town.city(), slots, script.ordinary(), staging, inside)
                        .over(Exercise.LENGTH, staging.ordinaryPosts()));
        lines.sort(Comparator.comparing(ScenarioLine::at));
        return new Exercise(Exercise.LENGTH, lines, script.incidents());
    }
}
