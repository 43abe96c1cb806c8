// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.training.reader.data;

import org.perimeter.nlp.close.IncidentText;
import org.perimeter.nlp.resource.LineResource;
import org.perimeter.policy.model.incident.IncidentCategory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The events of CrisisLex in the words in which an incident is told to the close reading. */
final class CrisisEvents {

    private static final String RESOURCE = "/org/perimeter/nlp/training/reader/events.tsv";

    private final Map<String, IncidentText> events = new HashMap<>();

    CrisisEvents() {
        for (String line : LineResource.read(RESOURCE)) {
            String[] column = line.split("\t", -1);
            events.put(
                    column[0],
                    new IncidentText(column[1], IncidentCategory.valueOf(column[2]), column[3]));
        }
    }

    /**
     * An event as an incident.
     *
     * @throws IllegalArgumentException when the event has no line
     */
    IncidentText incident(String event) {
        IncidentText incident = events.get(event);
        if (incident == null) {
            throw new IllegalArgumentException("the event " + event + " has no title");
        }
        return incident;
    }

    /** All of them, in the order of their titles. */
    List<IncidentText> all() {
        return events.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }
}
