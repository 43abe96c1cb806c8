// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo;

import org.perimeter.nlp.geo.pbf.OsmRelation;
import org.perimeter.nlp.geo.pbf.OsmWay;
import org.perimeter.policy.model.place.GeoPoint;

import java.util.List;
import java.util.Optional;

/** The shapes of ways and relations. */
final class AreaShapes {

    private final OsmExtract extract;

    AreaShapes(OsmExtract extract) {
        this.extract = extract;
    }

    /** A ring as an area, anything else as its line; empty when the extract has no point of it. */
    Optional<Shape> of(OsmWay way) {
        List<GeoPoint> points = extract.points().along(way.nodes());
        boolean ring =
                way.closed()
                        && points.size() > 3
                        && points.get(0).equals(points.get(points.size() - 1));
        if (points.isEmpty()) {
            return Optional.empty();
        }
        if (points.size() == 1) {
            return Optional.of(Shape.point(points.get(0)));
        }
        return Optional.of(ring ? Shape.area(List.of(points)) : Shape.lines(List.of(points)));
    }

    /** The outer rings that close; empty when the extract was cut through all of them. */
    Optional<Shape> of(OsmRelation area) {
        List<List<GeoPoint>> rings =
                OutlineAssembly.rings(extract.outline(area)).stream()
                        .map(extract.points()::along)
                        .filter(ring -> ring.size() > 3)
                        .filter(ring -> ring.get(0).equals(ring.get(ring.size() - 1)))
                        .toList();
        return rings.isEmpty() ? Optional.empty() : Optional.of(Shape.area(rings));
    }
}
