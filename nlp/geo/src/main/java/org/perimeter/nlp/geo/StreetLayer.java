// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo;

import org.perimeter.nlp.geo.pbf.OsmWay;
import org.perimeter.policy.model.place.GeoPoint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The streets: all ways of one name, class and road number make one feature. Where two streets
 * meet, they keep the same point.
 */
final class StreetLayer {

    private StreetLayer() {}

    private record Key(String name, List<String> aliases, String kind, List<String> refs) {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::name)
                        .thenComparing(Key::kind)
                        .thenComparing(key -> String.join(";", key.refs()))
                        .thenComparing(key -> String.join(";", key.aliases()));
    }

    static List<Feature> of(OsmExtract extract) {
        Map<Key, List<List<GeoPoint>>> streets = new TreeMap<>(Key.ORDER);
        for (OsmWay way : extract.ways()) {
            if (!MapTags.isStreet(way.tags())) {
                continue;
            }
            List<GeoPoint> line = extract.points().along(way.nodes());
            if (line.size() > 1) {
                streets.computeIfAbsent(key(way), key -> new ArrayList<>()).add(line);
            }
        }
        List<Feature> features = new ArrayList<>();
        streets.forEach(
                (key, lines) ->
                        features.add(
                                new Feature(
                                        Shape.lines(joined(lines)),
                                        key.name(),
                                        key.aliases(),
                                        key.kind(),
                                        key.refs(),
                                        List.of())));
        return features;
    }

    private static Key key(OsmWay way) {
        OsmNames names = OsmNames.of(way.tags());
        List<String> refs = OsmNames.values(way.tags().get("ref"));
        String name = names.name().isEmpty() ? refs.get(0) : names.name();
        return new Key(name, names.aliases(), MapTags.streetClass(way.tags()), refs);
    }

    /** A way that begins where the one before ends continues its line. */
    private static List<List<GeoPoint>> joined(List<List<GeoPoint>> lines) {
        List<List<GeoPoint>> joined = new ArrayList<>();
        for (List<GeoPoint> line : lines) {
            List<GeoPoint> last = joined.isEmpty() ? List.of() : joined.get(joined.size() - 1);
            if (!last.isEmpty() && last.get(last.size() - 1).equals(line.get(0))) {
                last.addAll(line.subList(1, line.size()));
            } else {
                joined.add(new ArrayList<>(line));
            }
        }
        return joined;
    }
}
