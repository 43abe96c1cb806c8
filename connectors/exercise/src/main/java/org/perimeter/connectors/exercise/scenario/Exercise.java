// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.scenario;

import java.time.Duration;
import java.util.List;

/**
 * The whole exercise: every act in order, and the incidents that are opened meanwhile.
 *
 * @param length from the first act to the end
 * @param lines in order of time
 * @param incidents in the order in which they open
 */
public record Exercise(Duration length, List<ScenarioLine> lines, List<IncidentPlan> incidents) {

    /** How long every exercise is. */
    public static final Duration LENGTH = Duration.ofMinutes(60);

    public Exercise {
        lines = List.copyOf(lines);
        incidents = List.copyOf(incidents);
    }
}
