// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.city;

import org.perimeter.policy.model.place.GeoPoint;

import java.util.List;

/**
 * A whole city, synthetic or read from a jurisdiction's folder.
 *
 * @param name its name; of an invented one, no entry of a real gazetteer
 * @param center its middle
 * @param streets in the order in which they were laid out
 * @param landmarks named places, some of them several branches of one name
 * @param districts of an invented city without gaps or overlaps, all but the river
 * @param river outline of the water; empty when there is none
 * @param riverName what the water is called
 */
public record City(
        String name,
        GeoPoint center,
        List<CityStreet> streets,
        List<CityLandmark> landmarks,
        List<CityDistrict> districts,
        List<GeoPoint> river,
        String riverName) {

    public City {
        streets = List.copyOf(streets);
        landmarks = List.copyOf(landmarks);
        districts = List.copyOf(districts);
        river = List.copyOf(river);
    }
}
