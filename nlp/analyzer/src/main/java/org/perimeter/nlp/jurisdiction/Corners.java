// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.jurisdiction;

import org.perimeter.nlp.jurisdiction.street.Overpass;
import org.perimeter.nlp.jurisdiction.street.Street;
import org.perimeter.nlp.jurisdiction.street.StreetMention;
import org.perimeter.policy.fence.EarthDistance;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.place.PlacePrecision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Where streets meet. Looking for overpasses costs more than for common points, so one post may ask
 * for a few only; made per post.
 */
final class Corners {

    private static final double SAME_CORNER_METERS = 50;
    private static final double SAME_OVERPASS_METERS = 150;
    private static final double CORNER_RADIUS_METERS = 75;
    private static final double OVERPASS_RADIUS_METERS = 150;
    private static final int MOST_OVERPASSES = 12;

    private int overpasses;

    /** All corners of two names, each once; empty when the streets do not meet. */
    List<LocalPlace> of(StreetMention a, StreetMention b) {
        List<LocalPlace> corners = new ArrayList<>();
        for (Street one : a.streets()) {
            for (Street other : b.streets()) {
                if (!one.equals(other)) {
                    collect(
                            one,
                            other,
                            one.crossings(other),
                            SAME_CORNER_METERS,
                            CORNER_RADIUS_METERS,
                            corners);
                }
            }
        }
        return corners.isEmpty() ? overpasses(a, b) : corners;
    }

    private List<LocalPlace> overpasses(StreetMention a, StreetMention b) {
        List<LocalPlace> corners = new ArrayList<>();
        for (Street one : a.streets()) {
            for (Street other : b.streets()) {
                if (!one.equals(other) && overpasses < MOST_OVERPASSES) {
                    overpasses++;
                    collect(
                            one,
                            other,
                            Overpass.of(one, other),
                            SAME_OVERPASS_METERS,
                            OVERPASS_RADIUS_METERS,
                            corners);
                }
            }
        }
        return corners;
    }

    private static void collect(
            Street one,
            Street other,
            Collection<GeoPoint> points,
            double samePlaceMeters,
            double radiusMeters,
            List<LocalPlace> corners) {
        for (GeoPoint point : points) {
            boolean known =
                    corners.stream()
                            .anyMatch(
                                    c -> EarthDistance.meters(c.point(), point) < samePlaceMeters);
            if (!known) {
                corners.add(
                        new LocalPlace(
                                "crossing:" + one.name() + "+" + other.name(),
                                point,
                                radiusMeters,
                                PlacePrecision.INTERSECTION));
            }
        }
    }
}
