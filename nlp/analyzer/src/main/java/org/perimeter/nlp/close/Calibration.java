// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.close;

import java.util.List;

/**
 * Turns log odds into a probability that holds on posts which training never saw: straight lines
 * between the points of an isotonic regression, flat beyond its ends.
 *
 * @param points log odds rising, probabilities never falling; at least one
 */
public record Calibration(List<Point> points) {

    /** Log odds and how often posts that get them are of the class. */
    public record Point(double logOdds, double probability) {}

    public Calibration {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a calibration needs a point");
        }
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).logOdds() <= points.get(i - 1).logOdds()
                    || points.get(i).probability() < points.get(i - 1).probability()) {
                throw new IllegalArgumentException("calibration falls at point " + i);
            }
        }
    }

    /** The probability that such log odds stand for. */
    public double probability(double logOdds) {
        Point before = points.get(0);
        if (logOdds <= before.logOdds()) {
            return before.probability();
        }
        for (Point point : points) {
            if (logOdds <= point.logOdds()) {
                double part = (logOdds - before.logOdds()) / (point.logOdds() - before.logOdds());
                return before.probability() + part * (point.probability() - before.probability());
            }
            before = point;
        }
        return before.probability();
    }
}
