// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.quality.corpus;

import org.perimeter.policy.model.place.GeoPoint;

import java.util.List;

/**
 * A post over a town, and where in it the places are that it names.
 *
 * @param text the post
 * @param places one list of points per place: points along a street, or the readings that the words
 *     leave open; no place at all in a trap
 */
public record StreetPost(String text, List<List<GeoPoint>> places) {

    public StreetPost {
        places = List.copyOf(places);
    }
}
