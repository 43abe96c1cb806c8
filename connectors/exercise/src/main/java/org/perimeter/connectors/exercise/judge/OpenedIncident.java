// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.judge;

import org.perimeter.connectors.exercise.scenario.IncidentPlan;

import java.time.Instant;

/**
 * An incident that the exercise opened.
 *
 * @param plan why and where
 * @param incidentId under which id it runs
 * @param acceptedAt when the API accepted it, wall clock
 */
public record OpenedIncident(IncidentPlan plan, String incidentId, Instant acceptedAt) {}
