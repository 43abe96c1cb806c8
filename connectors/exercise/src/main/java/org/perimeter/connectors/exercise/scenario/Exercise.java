// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.scenario;

import org.perimeter.connectors.exercise.city.City;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The whole exercise: every act in order, and the incidents that are opened meanwhile.
 *
 * @param length from the first act to the end
 * @param lines in order of time
 * @param incidents in the order in which they open
 */
public record Exercise(Duration length, List<ScenarioLine> lines, List<IncidentPlan> incidents) {

    private static final Duration LENGTH = Duration.ofMinutes(60);
    private static final int ORDINARY_POSTS = 20_000;

    public Exercise {
        lines = List.copyOf(lines);
        incidents = List.copyOf(incidents);
    }

    /** The exercise in the given city; the same seed gives the same exercise. */
    public static Exercise in(City city, long seed) {
        List<ScenarioLine> lines = new ArrayList<>(ScenarioPack.all());
        lines.addAll(new OrdinaryStream(city, seed).over(LENGTH, ORDINARY_POSTS));
        lines.sort(Comparator.comparing(ScenarioLine::at));
        return new Exercise(LENGTH, lines, IncidentPlan.all());
    }
}
