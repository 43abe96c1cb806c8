// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp;

import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlaceMention;
import org.perimeter.policy.model.reading.Analysis;

import java.util.List;

/**
 * What one post says, and whether it might say more elsewhere.
 *
 * @param analysis what it says in the neighbourhoods that were given
 * @param localNames whether it holds words that may name places though none was understood: {@code
 *     Pip's} is a place only for who knows which of three is near
 * @param candidates everywhere that its names and its platform may mean; whatever it is understood
 *     to mean is one of them
 * @param whole whether it was read to the end; otherwise none of the candidates is watched, and the
 *     analysis tells its language and where its platform says that it is
 */
public record PostReading(
        Analysis analysis, boolean localNames, List<GeoPoint> candidates, boolean whole) {

    public PostReading {
        candidates = List.copyOf(candidates);
    }

    /** A post that was read to the end and means only what it is understood to mean. */
    public static PostReading whole(Analysis analysis, boolean localNames) {
        return new PostReading(
                analysis,
                localNames,
                analysis.places().stream().map(PlaceMention::point).toList(),
                true);
    }
}
