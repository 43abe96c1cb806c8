// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.close;

import org.perimeter.policy.model.incident.IncidentCategory;

import java.util.Locale;

/**
 * What the close reading is told of an incident: the first text of a pair.
 *
 * @param title as the dispatcher wrote it
 * @param category what kind of incident it is
 * @param place its place by name; empty when it has none
 */
public record IncidentText(String title, IncidentCategory category, String place) {

    /** "title. CATEGORY. place". */
    public String text() {
        String kind = category.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String text = title.strip() + ". " + kind + ".";
        return place.isBlank() ? text : text + " " + place.strip();
    }
}
