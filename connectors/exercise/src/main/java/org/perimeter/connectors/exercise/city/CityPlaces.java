// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.city;

import org.perimeter.policy.model.place.GeoPoint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds a place of the city by the key that scenarios use: the id of a landmark, the name of a
 * street or district, or {@code Street A & Street B} for a crossing.
 */
public final class CityPlaces {

    private final Map<String, TruePlace> places = new LinkedHashMap<>();
    private final Map<String, CityStreet> streets = new LinkedHashMap<>();

    public CityPlaces(City city) {
        for (CityDistrict district : city.districts()) {
            places.put(district.name(), area(district.name(), district.ring()));
        }
        for (CityStreet street : city.streets()) {
            streets.put(street.name(), street);
            List<GeoPoint> longest = street.lines().get(0);
            places.put(
                    street.name(),
                    new TruePlace(
                            street.name(), longest.get(longest.size() / 2), street.lines(), false));
        }
        for (CityLandmark landmark : city.landmarks()) {
            places.put(landmark.id(), area(landmark.name(), landmark.outline()));
        }
    }

    /** The place with this key; empty when the city has none. */
    public Optional<TruePlace> find(String key) {
        int and = key.indexOf(" & ");
        if (and < 0) {
            return Optional.ofNullable(places.get(key));
        }
        return crossing(key.substring(0, and), key.substring(and + 3));
    }

    /**
     * The place with this key.
     *
     * @throws IllegalArgumentException when the city has none
     */
    public TruePlace get(String key) {
        return find(key)
                .orElseThrow(() -> new IllegalArgumentException("the city has no place " + key));
    }

    private Optional<TruePlace> crossing(String first, String second) {
        CityStreet one = streets.get(first);
        CityStreet other = streets.get(second);
        if (one == null || other == null) {
            return Optional.empty();
        }
        return one.lines().stream()
                .flatMap(List::stream)
                .filter(point -> other.lines().stream().anyMatch(line -> line.contains(point)))
                .findFirst()
                .map(
                        point ->
                                new TruePlace(
                                        first + " & " + second,
                                        point,
                                        List.of(List.of(point)),
                                        false));
    }

    private static TruePlace area(String name, List<GeoPoint> outline) {
        double lat = outline.stream().mapToDouble(GeoPoint::lat).average().orElseThrow();
        double lon = outline.stream().mapToDouble(GeoPoint::lon).average().orElseThrow();
        List<GeoPoint> closed = new ArrayList<>(outline);
        closed.add(outline.get(0));
        return new TruePlace(name, new GeoPoint(lat, lon), List.of(closed), outline.size() > 2);
    }
}
