// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.row;

import org.perimeter.nlp.quality.corpus.Span;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.reading.Analysis;
import org.perimeter.policy.model.reading.EntityType;

import java.util.List;

/**
 * What an analysis says about places, with spans as corpora draw them.
 *
 * @param locations spans of the entities that are locations
 * @param places names with coordinates
 */
record Answer(List<Span> locations, List<Resolved> places) {

    /**
     * A name with coordinates.
     *
     * @param span where it stands
     * @param point where it is
     */
    record Resolved(Span span, GeoPoint point) {}

    static Answer of(String text, Analysis analysis) {
        return new Answer(
                analysis.entities().stream()
                        .filter(entity -> entity.type() == EntityType.LOCATION)
                        .map(entity -> new Span(entity.start(), entity.end()).withoutHash(text))
                        .toList(),
                analysis.places().stream()
                        .filter(place -> place.end() > place.start())
                        .map(
                                place ->
                                        new Resolved(
                                                new Span(place.start(), place.end())
                                                        .withoutHash(text),
                                                place.point()))
                        .toList());
    }

    List<Span> placeSpans() {
        return places.stream().map(Resolved::span).toList();
    }
}
