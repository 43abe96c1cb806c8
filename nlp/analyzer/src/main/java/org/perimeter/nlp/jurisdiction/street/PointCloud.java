// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction.street;

import org.perimeter.policy.fence.EarthDistance;
import org.perimeter.policy.model.place.GeoPoint;

import java.util.Collection;

/** Middle and extent of a handful of points within one jurisdiction. */
public final class PointCloud {

    private PointCloud() {}

    public static GeoPoint mean(Collection<GeoPoint> points) {
        double lat = points.stream().mapToDouble(GeoPoint::lat).average().orElseThrow();
        double lon = points.stream().mapToDouble(GeoPoint::lon).average().orElseThrow();
        return new GeoPoint(lat, lon);
    }

    /** Distance in metres from a centre to the farthest point. */
    public static double radius(GeoPoint center, Collection<GeoPoint> points) {
        return points.stream().mapToDouble(p -> EarthDistance.meters(center, p)).max().orElse(0);
    }

    /** The point nearest to a centre. */
    public static GeoPoint nearest(GeoPoint center, Collection<GeoPoint> points) {
        return points.stream()
                .min(
                        (a, b) ->
                                Double.compare(
                                        EarthDistance.meters(a, center),
                                        EarthDistance.meters(b, center)))
                .orElseThrow();
    }
}
