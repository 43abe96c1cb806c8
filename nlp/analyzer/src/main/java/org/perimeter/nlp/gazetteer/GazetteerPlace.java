// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.gazetteer;

import org.perimeter.policy.model.place.GeoPoint;

/**
 * One place of the gazetteer.
 *
 * @param id {@code geonames:<id>} of a populated place; {@code county:CC.A1.A2}, {@code
 *     admin:CC.A1} or {@code country:CC} for areas, whose centre is that of their places
 * @param kind what it is
 * @param point its centre
 * @param population people, 0 when unknown
 * @param country ISO 3166 code
 * @param admin1 {@code CC.A1}, empty for a country
 * @param radiusMeters half its extent, as far as the data say
 */
public record GazetteerPlace(
        String id,
        PlaceKind kind,
        GeoPoint point,
        int population,
        String country,
        String admin1,
        double radiusMeters) {}
