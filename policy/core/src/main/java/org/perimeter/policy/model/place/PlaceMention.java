// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.model.place;

/**
 * A place connected with a post, resolved to coordinates with honest uncertainty.
 *
 * @param text the words that name it; empty when the platform attached it
 * @param start first code point of the mention; 0 when the platform attached it
 * @param end code point after the last one; 0 when the platform attached it
 * @param point the resolved centre
 * @param radiusMeters radius of uncertainty in metres, &gt; 0
 * @param evidence how we know
 * @param basis stated or inferred
 * @param precision how finely it is known
 * @param placeId where it was resolved, {@code layer:id} such as {@code geonames:5378538}
 * @param confidence 0 to 1
 */
public record PlaceMention(
        String text,
        int start,
        int end,
        GeoPoint point,
        double radiusMeters,
        PlaceEvidence evidence,
        PlaceBasis basis,
        PlacePrecision precision,
        String placeId,
        double confidence) {}
