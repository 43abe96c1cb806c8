// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.score;

import java.util.List;
import java.util.Map;

/**
 * The counts of one exercise.
 *
 * @param incidents of each incident
 * @param kinds of each kind of post
 * @param wrong the posts with which something went wrong
 * @param alerts every alert that there was
 */
public record ExerciseScore(
        List<IncidentScore> incidents,
        Map<KindOfPost, KindCounts> kinds,
        List<WrongPost> wrong,
        List<JudgedAlert> alerts) {

    public ExerciseScore {
        incidents = List.copyOf(incidents);
        kinds = Map.copyOf(kinds);
        wrong = List.copyOf(wrong);
        alerts = List.copyOf(alerts);
    }
}
