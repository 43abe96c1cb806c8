// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.bench;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.math.Vector3D;
import org.perimeter.policy.model.place.Fence;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.Ring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The same question answered by other people's code: a JTS tree of the fences' boxes, JTS's own
 * test of points in polygons, and for circles the straight line through the earth between two of
 * JTS's vectors. It shares nothing with the index that it checks.
 */
final class JtsOracle {

    /** The mean radius of the IUGG, in metres, on which a circle's metres are defined. */
    private static final double EARTH = 6_371_008.8;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final STRtree tree = new STRtree();

    JtsOracle(Map<String, Fence> fences) {
        fences.forEach(
                (id, fence) -> {
                    Entry entry = entry(id, fence);
                    tree.insert(entry.box, entry);
                });
        tree.build();
    }

    /** Ids of all fences that hold the point, in no particular order. */
    Set<String> find(GeoPoint point) {
        Set<String> found = new HashSet<>();
        Coordinate at = new Coordinate(point.lon(), point.lat());
        for (Object candidate : tree.query(new Envelope(at))) {
            Entry entry = (Entry) candidate;
            if (entry.holds(point, at)) {
                found.add(entry.id);
            }
        }
        return found;
    }

    private static Entry entry(String id, Fence fence) {
        GeoPoint center = fence.center();
        if (center == null) {
            Polygon polygon = polygon(fence.rings());
            return new Entry(
                    id,
                    polygon.getEnvelopeInternal(),
                    PreparedGeometryFactory.prepare(polygon),
                    null,
                    0);
        }
        Envelope box = new Envelope(new Coordinate(center.lon(), center.lat()));
        double degrees = Math.toDegrees(fence.radiusMeters() / EARTH) * 1.01;
        box.expandBy(degrees / Math.cos(Math.toRadians(Math.abs(center.lat()) + degrees)), degrees);
        double chord = 2 * EARTH * Math.sin(fence.radiusMeters() / EARTH / 2);
        return new Entry(id, box, null, vector(center), chord);
    }

    private static Polygon polygon(List<Ring> rings) {
        LinearRing[] lines = rings.stream().map(JtsOracle::line).toArray(LinearRing[]::new);
        LinearRing[] holes = Arrays.copyOfRange(lines, 1, lines.length);
        return FACTORY.createPolygon(lines[0], holes);
    }

    private static LinearRing line(Ring ring) {
        List<Coordinate> corners = new ArrayList<>();
        ring.points().forEach(point -> corners.add(new Coordinate(point.lon(), point.lat())));
        corners.add(corners.get(0).copy());
        return FACTORY.createLinearRing(corners.toArray(Coordinate[]::new));
    }

    private static Vector3D vector(GeoPoint point) {
        double lat = Math.toRadians(point.lat());
        double lon = Math.toRadians(point.lon());
        return Vector3D.create(
                EARTH * Math.cos(lat) * Math.cos(lon),
                EARTH * Math.cos(lat) * Math.sin(lon),
                EARTH * Math.sin(lat));
    }

    /** A polygon, or else the centre of a circle and its longest chord in metres. */
    private record Entry(
            String id,
            Envelope box,
            @Nullable PreparedGeometry polygon,
            @Nullable Vector3D center,
            double chord) {

        boolean holds(GeoPoint point, Coordinate at) {
            if (polygon != null) {
                return polygon.covers(FACTORY.createPoint(at));
            }
            return center != null && vector(point).subtract(center).length() <= chord;
        }
    }
}
