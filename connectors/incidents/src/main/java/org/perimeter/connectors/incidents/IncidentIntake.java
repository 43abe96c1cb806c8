// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.incidents;

import org.perimeter.policy.model.incident.IncidentStatement;

import java.util.List;

/**
 * The outcome of reading incidents: each is either a statement or has at least one problem.
 *
 * @param accepted what was said in due form, in order; what becomes of it is decided elsewhere
 * @param rejected problems of the others
 */
public record IncidentIntake(List<IncidentStatement> accepted, List<IncidentProblem> rejected) {
    public IncidentIntake {
        accepted = List.copyOf(accepted);
        rejected = List.copyOf(rejected);
    }
}
