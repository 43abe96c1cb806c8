// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.alerting;

import org.perimeter.policy.model.incident.IncidentCategory;

/** How what posts say fits the category under which dispatch opened the incident. */
public enum Agreement {
    /** The incident's own category. */
    SAME,
    /** Another that the same event may well show. */
    RELATED,
    /** Something else altogether. */
    UNRELATED;

    /** How a category fits an incident's. */
    public static Agreement of(IncidentCategory said, IncidentCategory incident) {
        if (said == incident) {
            return SAME;
        }
        return CategoryGroup.of(said).isNear(CategoryGroup.of(incident)) ? RELATED : UNRELATED;
    }
}
