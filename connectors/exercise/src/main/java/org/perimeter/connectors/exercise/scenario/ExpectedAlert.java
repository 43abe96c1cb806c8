// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.scenario;

import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.reading.ThreatKind;

import java.util.Arrays;
import java.util.List;

/**
 * An alert that ought to be raised for an incident.
 *
 * @param kind report or threat
 * @param category what it warns of, which need not be the incident's own category
 */
public record ExpectedAlert(ThreatKind kind, IncidentCategory category) {

    /**
     * Reads a cell such as {@code REPORT ROBBERY;REPORT SHOOTING}; an empty one expects none.
     *
     * @throws IllegalArgumentException at anything else
     */
    public static List<ExpectedAlert> parse(String cell) {
        return cell.isEmpty()
                ? List.of()
                : Arrays.stream(cell.split(";", -1)).map(ExpectedAlert::one).toList();
    }

    private static ExpectedAlert one(String words) {
        String[] parts = words.split(" ", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("an alert is a kind and a category: " + words);
        }
        return new ExpectedAlert(ThreatKind.valueOf(parts[0]), IncidentCategory.valueOf(parts[1]));
    }
}
