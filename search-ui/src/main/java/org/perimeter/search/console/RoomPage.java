// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.console;

import org.perimeter.policy.access.Purpose;

import java.util.List;
import java.util.Locale;

/**
 * The room of one incident.
 *
 * @param incidentId as the address gives it; whether it exists is for the API to say
 * @param purposes what a person may state
 */
public record RoomPage(String incidentId, List<PurposeChoice> purposes) {

    public RoomPage {
        purposes = List.copyOf(purposes);
    }

    /** The room of an incident, with every purpose that there is. */
    static RoomPage of(String incidentId) {
        return new RoomPage(
                incidentId,
                List.of(Purpose.values()).stream()
                        .map(purpose -> new PurposeChoice(purpose.name(), words(purpose)))
                        .toList());
    }

    private static String words(Purpose purpose) {
        String words = purpose.name().replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /**
     * A purpose as the page offers it.
     *
     * @param value as the API knows it
     * @param label for people
     */
    public record PurposeChoice(String value, String label) {}
}
