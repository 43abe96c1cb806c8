// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo;

import org.jspecify.annotations.Nullable;
import org.perimeter.nlp.geo.pbf.OsmNode;
import org.perimeter.nlp.geo.pbf.OsmWay;
import org.perimeter.nlp.jurisdiction.house.HouseNumber;
import org.perimeter.policy.model.place.GeoPoint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** House numbers by street: one point for each number that the map has or implies. */
final class AddressLayer {

    private final Map<String, Map<String, GeoPoint>> streets = new TreeMap<>();

    private AddressLayer() {}

    /** Points by street and house number, both sorted. */
    static Map<String, Map<String, GeoPoint>> of(OsmExtract extract) {
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
        layer.imply();
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

    private void add(String street, @Nullable String written, GeoPoint point) {
        List<String> numbers = written == null ? List.of() : HouseNumber.listed(written);
        for (String number : numbers) {
            streets.computeIfAbsent(street, s -> new TreeMap<>()).putIfAbsent(number, point);
        }
    }

    /** Adds what numbers stand for besides themselves, where no house has that number itself. */
    private void imply() {
        for (Map<String, GeoPoint> houses : streets.values()) {
            for (Map.Entry<String, GeoPoint> house : new TreeMap<>(houses).entrySet()) {
                for (String implied : HouseNumber.implied(house.getKey())) {
                    houses.putIfAbsent(implied, house.getValue());
                }
            }
        }
    }

    private static GeoPoint middle(List<GeoPoint> points) {
        double lat = points.stream().mapToDouble(GeoPoint::lat).average().orElseThrow();
        double lon = points.stream().mapToDouble(GeoPoint::lon).average().orElseThrow();
        return new GeoPoint(Math.round(lat * 1e6) / 1e6, Math.round(lon * 1e6) / 1e6);
    }
}
