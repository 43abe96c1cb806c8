// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.incidents;

import org.perimeter.policy.model.incident.Incident;

import java.util.List;

/**
 * The outcome of reading incidents: each is either accepted or has at least one problem.
 *
 * @param accepted lawful incidents, in order
 * @param rejected problems of the others
 */
public record IncidentIntake(List<Incident> accepted, List<IncidentProblem> rejected) {
    public IncidentIntake {
        accepted = List.copyOf(accepted);
        rejected = List.copyOf(rejected);
    }
}
