// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.reading;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.place.PlaceMention;

import java.util.List;

/**
 * What the text of one post says: entities, places, relevance and threat language. All offsets
 * count Unicode code points of the analysed text, end exclusive.
 *
 * @param language BCP 47 tag identified from the text; {@code und} when it cannot be told
 * @param entities in text order
 * @param places in text order, platform places first
 * @param relevance whether it is about an incident at all
 * @param threat threat language and its evidence
 * @param close what the close reading made of it; null where only the first reading was done
 */
public record Analysis(
        String language,
        List<EntityMention> entities,
        List<PlaceMention> places,
        IncidentRelevance relevance,
        ThreatFinding threat,
        @Nullable CloseReading close) {

    public Analysis {
        entities = List.copyOf(entities);
        places = List.copyOf(places);
    }

    /** Of the first reading alone. */
    public Analysis(
            String language,
            List<EntityMention> entities,
            List<PlaceMention> places,
            IncidentRelevance relevance,
            ThreatFinding threat) {
        this(language, entities, places, relevance, threat, null);
    }

    /** Nothing found in a text of the given language. */
    public static Analysis empty(String language) {
        return new Analysis(
                language,
                List.of(),
                List.of(),
                new IncidentRelevance(false, 0),
                ThreatFinding.none());
    }
}
