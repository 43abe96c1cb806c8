// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.fence;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.Ring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Asks JTS whether rings form one valid polygon (OGC Simple Features) and puts it into words. */
final class PolygonValidity {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private PolygonValidity() {}

    static List<FenceProblem> problems(List<Ring> rings) {
        TopologyValidationError error = new IsValidOp(polygon(rings)).getValidationError();
        return error == null ? List.of() : List.of(new FenceProblem("rings", sentence(error)));
    }

    /** The same rings as a JTS polygon: x is the longitude. */
    static Polygon polygon(List<Ring> rings) {
        LinearRing shell = linearRing(rings.get(0));
        LinearRing[] holes =
                rings.stream().skip(1).map(PolygonValidity::linearRing).toArray(LinearRing[]::new);
        return FACTORY.createPolygon(shell, holes);
    }

    private static LinearRing linearRing(Ring ring) {
        List<Coordinate> corners = new ArrayList<>();
        for (GeoPoint point : ring.points()) {
            corners.add(new Coordinate(point.lon(), point.lat()));
        }
        if (!corners.get(0).equals2D(corners.get(corners.size() - 1))) {
            corners.add(corners.get(0).copy());
        }
        return FACTORY.createLinearRing(corners.toArray(Coordinate[]::new));
    }

    private static String sentence(TopologyValidationError error) {
        String what =
                switch (error.getErrorType()) {
                    case TopologyValidationError.SELF_INTERSECTION,
                            TopologyValidationError.RING_SELF_INTERSECTION ->
                            "The fence's line crosses itself or another ring";
                    case TopologyValidationError.HOLE_OUTSIDE_SHELL ->
                            "A hole lies outside the fence";
                    case TopologyValidationError.NESTED_HOLES -> "A hole lies inside another hole";
                    case TopologyValidationError.DISCONNECTED_INTERIOR ->
                            "The holes cut the fence into pieces";
                    case TopologyValidationError.DUPLICATE_RINGS -> "Two rings are the same";
                    default -> "The fence is not a valid polygon";
                };
        Coordinate at = error.getCoordinate();
        return at == null
                ? what + "."
                : String.format(Locale.ROOT, "%s, near %.5f, %.5f.", what, at.y, at.x);
    }
}
