// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.score;

import org.perimeter.connectors.exercise.judge.Score;
import org.perimeter.connectors.exercise.scenario.IncidentPlan;

/**
 * The counts of one incident.
 *
 * @param plan the incident
 * @param admission what was kept for it, against what its pack wants kept
 * @param admissionOfPacks the same without the ordinary stream
 * @param places of its pack's posts whose truth names a place, whatever became of them
 * @param placesKept places of what was kept for it, against what its pack wants kept
 * @param alerts raised for it
 */
record IncidentScore(
        IncidentPlan plan,
        Score admission,
        Score admissionOfPacks,
        Score places,
        Score placesKept,
        AlertCounts alerts) {}
