// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.exercise.judge;

import org.perimeter.launcher.exercise.scenario.IncidentPlan;

import java.time.Instant;

/**
 * An incident that the exercise opened.
 *
 * @param plan why and where
 * @param incidentId under which id it runs
 * @param acceptedAt when the API accepted it, wall clock
 */
public record OpenedIncident(IncidentPlan plan, String incidentId, Instant acceptedAt) {}
