// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.city;

import org.perimeter.policy.model.place.GeoPoint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The places of a city, invented or read from a jurisdiction's folder. */
public final class CityPlaces implements TownPlaces {

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

    @Override
    public Optional<TruePlace> find(String key) {
        TruePlace named = places.get(key);
        int and = key.indexOf(" & ");
        return named != null || and < 0
                ? Optional.ofNullable(named)
                : crossing(key.substring(0, and), key.substring(and + 3));
    }

    private Optional<TruePlace> crossing(String first, String second) {
        CityStreet one = streets.get(first);
        CityStreet other = streets.get(second);
        if (one == null || other == null) {
            return Optional.empty();
        }
        List<List<GeoPoint>> shared =
                one.lines().stream()
                        .flatMap(List::stream)
                        .distinct()
                        .filter(point -> other.lines().stream().anyMatch(l -> l.contains(point)))
                        .map(List::of)
                        .toList();
        return shared.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new TruePlace(first + " & " + second, shared.get(0).get(0), shared, false));
    }

    private static TruePlace area(String name, List<GeoPoint> outline) {
        double lat = outline.stream().mapToDouble(GeoPoint::lat).average().orElseThrow();
        double lon = outline.stream().mapToDouble(GeoPoint::lon).average().orElseThrow();
        List<GeoPoint> closed = new ArrayList<>(outline);
        closed.add(outline.get(0));
        return new TruePlace(name, new GeoPoint(lat, lon), List.of(closed), outline.size() > 2);
    }
}
