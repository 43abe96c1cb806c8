// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.corpus;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.place.GeoPoint;

import java.util.List;

/**
 * A text whose places are known.
 *
 * @param text the text
 * @param group what it belongs to: an event, a newspaper
 * @param places the places that it names, in no particular order
 */
public record PlacedPost(String text, String group, List<Place> places) {

    public PlacedPost {
        places = List.copyOf(places);
    }

    /**
     * A place that is named.
     *
     * @param span where
     * @param kind the corpus's own word for its kind; empty when it has none
     * @param point its coordinates; null when the corpus does not say
     */
    public record Place(Span span, String kind, @Nullable GeoPoint point) {}
}
