// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.jurisdiction.house.HouseNumber;
import org.perimeter.nlp.jurisdiction.house.Houses;
import org.perimeter.nlp.jurisdiction.house.WrittenHouse;
import org.perimeter.nlp.jurisdiction.name.PostWords;
import org.perimeter.nlp.jurisdiction.street.PointCloud;
import org.perimeter.nlp.jurisdiction.street.Street;
import org.perimeter.nlp.jurisdiction.street.StreetMention;
import org.perimeter.policy.fence.EarthDistance;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlacePrecision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;

/**
 * House numbers: {@code 760 Main St}, {@code 400 block of Main St}. A number that the map lacks is
 * placed between its nearest neighbours on the street, if they are close; otherwise the street
 * stays as wide as it is.
 */
final class AddressBook {

    private static final double HOUSE_RADIUS_METERS = 60;
    private static final double FARTHEST_NEIGHBOURS_METERS = 1_200;
    private static final int BLOCK = 100;

    private final Map<List<String>, Houses> streets = new HashMap<>();

    void add(List<String> street, String number, GeoPoint point) {
        streets.computeIfAbsent(street, s -> new Houses()).add(number, point);
    }

    List<LocalMatch> find(PostWords post, List<StreetMention> mentions) {
        List<LocalMatch> matches = new ArrayList<>();
        for (StreetMention mention : mentions) {
            if (mention.is(StreetMention.Form.FULL) && !mention.isRoad()) {
                match(post, mention, matches);
            }
        }
        return matches;
    }

    private void match(PostWords post, StreetMention mention, List<LocalMatch> matches) {
        boolean block = isBlock(post, mention.first());
        int last = block ? blockNumber(post, mention.first()) : mention.first() - 1;
        WrittenHouse house = last < 0 ? null : WrittenHouse.endingAt(post, last);
        if (house == null || (block && !HouseNumber.isPlain(house.number()))) {
            return;
        }
        List<LocalPlace> places = new ArrayList<>();
        for (Street street : mention.streets()) {
            Houses houses = streets.get(street.words());
            LocalPlace place = houses == null ? null : place(street, houses, house, block);
            if (place != null) {
                places.add(place);
            }
        }
        if (!places.isEmpty()) {
            matches.add(new LocalMatch(house.first(), mention.last(), places, Wording.CLEAR));
        }
    }

    private static boolean isBlock(PostWords post, int first) {
        return (post.norm(first - 1).equals("of") && post.norm(first - 2).equals("block"))
                || post.norm(first - 1).equals("block");
    }

    private static int blockNumber(PostWords post, int first) {
        return post.norm(first - 1).equals("block") ? first - 2 : first - 3;
    }

    private static @Nullable LocalPlace place(
            Street street, Houses houses, WrittenHouse house, boolean block) {
        String id = "address:" + street.name() + "-" + house.number();
        if (block) {
            int number = Integer.parseInt(house.number());
            List<GeoPoint> inside =
                    List.copyOf(
                            houses.plain().subMap(number, true, number + BLOCK, false).values());
            if (!inside.isEmpty()) {
                GeoPoint mean = PointCloud.mean(inside);
                double radius = PointCloud.radius(mean, inside) + 2 * HOUSE_RADIUS_METERS;
                return new LocalPlace(id, mean, radius, PlacePrecision.STREET);
            }
        } else {
            GeoPoint point = houses.find(house.number());
            if (point != null) {
                return new LocalPlace(id, point, HOUSE_RADIUS_METERS, PlacePrecision.POINT);
            }
        }
        for (String number : numbers(house.number())) {
            LocalPlace place = between(id, street, houses.plain(), Integer.parseInt(number));
            if (place != null) {
                return place;
            }
        }
        return null;
    }

    private static Set<String> numbers(String number) {
        return HouseNumber.isPlain(number) ? Set.of(number) : HouseNumber.implied(number);
    }

    private static @Nullable LocalPlace between(
            String id, Street street, NavigableMap<Integer, GeoPoint> houses, int number) {
        Map.Entry<Integer, GeoPoint> low = houses.lowerEntry(number);
        Map.Entry<Integer, GeoPoint> high = houses.higherEntry(number);
        if (low == null || high == null) {
            return null;
        }
        double apart = EarthDistance.meters(low.getValue(), high.getValue());
        if (apart > FARTHEST_NEIGHBOURS_METERS) {
            return null;
        }
        double share = (number - low.getKey()) / (double) (high.getKey() - low.getKey());
        GeoPoint guess =
                new GeoPoint(
                        low.getValue().lat()
                                + share * (high.getValue().lat() - low.getValue().lat()),
                        low.getValue().lon()
                                + share * (high.getValue().lon() - low.getValue().lon()));
        return new LocalPlace(
                id, street.nearest(guess), apart / 2 + HOUSE_RADIUS_METERS, PlacePrecision.STREET);
    }
}
