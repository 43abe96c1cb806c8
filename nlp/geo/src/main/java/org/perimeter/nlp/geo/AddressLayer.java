// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.geo.pbf.OsmNode;
import org.perimeter.nlp.geo.pbf.OsmWay;
import org.perimeter.policy.model.place.GeoPoint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** House numbers by street: one point for each number that the map has. */
final class AddressLayer {

    private final Map<String, Map<Integer, GeoPoint>> streets = new TreeMap<>();

    private AddressLayer() {}

    /** Points by street and house number, both sorted. */
    static Map<String, Map<Integer, GeoPoint>> of(OsmExtract extract) {
        AddressLayer layer = new AddressLayer();
        Map<Long, OsmNode> numbered = new HashMap<>();
        for (OsmNode node : extract.nodes()) {
            layer.add(node.tags(), node.point());
            if (node.tags().containsKey("addr:housenumber")) {
                numbered.put(node.id(), node);
            }
        }
        for (OsmWay way : extract.ways()) {
            List<GeoPoint> points = extract.points().along(way.nodes());
            if (!points.isEmpty()) {
                layer.add(way.tags(), middle(points));
            }
            if (MapTags.isAddressLine(way.tags())) {
                layer.addLine(way, numbered);
            }
        }
        return layer.streets;
    }

    private void add(Map<String, String> tags, GeoPoint point) {
        if (MapTags.isAddress(tags)) {
            add(tags.getOrDefault("addr:street", ""), tags.get("addr:housenumber"), point);
        }
    }

    private void addLine(OsmWay way, Map<Long, OsmNode> numbered) {
        for (long id : way.nodes()) {
            OsmNode node = numbered.get(id);
            if (node != null) {
                add(
                        way.tags().getOrDefault("addr:street", ""),
                        node.tags().get("addr:housenumber"),
                        node.point());
            }
        }
    }

    private void add(String street, @Nullable String number, GeoPoint point) {
        Integer house = leadingNumber(number);
        if (house != null) {
            streets.computeIfAbsent(street, s -> new TreeMap<>()).putIfAbsent(house, point);
        }
    }

    /** {@code 12} of {@code 12A} and {@code 12-14}; null when there is none. */
    private static @Nullable Integer leadingNumber(@Nullable String number) {
        if (number == null) {
            return null;
        }
        int end = 0;
        while (end < number.length() && end < 6 && Character.isDigit(number.charAt(end))) {
            end++;
        }
        return end == 0 ? null : Integer.valueOf(number.substring(0, end));
    }

    private static GeoPoint middle(List<GeoPoint> points) {
        double lat = points.stream().mapToDouble(GeoPoint::lat).average().orElseThrow();
        double lon = points.stream().mapToDouble(GeoPoint::lon).average().orElseThrow();
        return new GeoPoint(Math.round(lat * 1e6) / 1e6, Math.round(lon * 1e6) / 1e6);
    }
}
