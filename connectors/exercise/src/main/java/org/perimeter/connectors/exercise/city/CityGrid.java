// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.exercise.city;

import org.perimeter.policy.model.place.GeoPoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The bent grid under the city: columns run north, rows run east, and a river flows between two
 * columns. Positions between the crossings are interpolated, so that everything fits together.
 */
final class CityGrid {

    static final int LAST_COLUMN = 37;
    static final int LAST_ROW = 32;

    /** Last column on the west bank; the next one is on the east bank. */
    static final int WEST_BANK = 18;

    private static final double COLUMN_METERS = 240;
    private static final double ROW_METERS = 200;
    private static final double RIVER_METERS = 260;
    private static final double METERS_PER_DEGREE = 111_195;
    private static final double TILT = Math.toRadians(6);

    private final GeoPoint center;
    private final long seed;

    CityGrid(GeoPoint center, long seed) {
        this.center = center;
        this.seed = seed;
    }

    /** The crossing of a column and a row. */
    GeoPoint node(int column, int row) {
        return at(x(column, row), y(column, row));
    }

    /** A position between crossings. */
    GeoPoint between(double column, double row) {
        int i = (int) Math.floor(column);
        int j = (int) Math.floor(row);
        double u = column - i;
        double v = row - j;
        double x = mix(mix(x(i, j), x(i + 1, j), u), mix(x(i, j + 1), x(i + 1, j + 1), u), v);
        double y = mix(mix(y(i, j), y(i + 1, j), u), mix(y(i, j + 1), y(i + 1, j + 1), u), v);
        return at(x, y);
    }

    /** Crossings of a column from one row to another, inclusive. */
    List<GeoPoint> column(int column, int fromRow, int toRow) {
        List<GeoPoint> line = new ArrayList<>();
        for (int row = fromRow; row <= toRow; row++) {
            line.add(node(column, row));
        }
        return line;
    }

    /** Crossings of a row from one column to another, inclusive. */
    List<GeoPoint> row(int row, int fromColumn, int toColumn) {
        List<GeoPoint> line = new ArrayList<>();
        for (int column = fromColumn; column <= toColumn; column++) {
            line.add(node(column, row));
        }
        return line;
    }

    private double x(int column, int row) {
        double river = column > WEST_BANK ? RIVER_METERS : 0;
        double bend = 22 * Math.sin(0.55 * row + 0.21 * column);
        return (column - WEST_BANK - 0.5) * COLUMN_METERS + river + bend + jitter(column, row, 1);
    }

    private double y(int column, int row) {
        double bend = 18 * Math.sin(0.47 * column - 0.3 * row);
        return (row - LAST_ROW / 2.0) * ROW_METERS + bend + jitter(column, row, 2);
    }

    private double jitter(int column, int row, int axis) {
        long key = ((seed * 31 + column) * 1_009 + row) * 31 + axis;
        return (new Random(key * 0x9E3779B97F4A7C15L).nextDouble() - 0.5) * 16;
    }

    private GeoPoint at(double x, double y) {
        double east = x * Math.cos(TILT) - y * Math.sin(TILT);
        double north = x * Math.sin(TILT) + y * Math.cos(TILT);
        double lat = center.lat() + north / METERS_PER_DEGREE;
        double lon =
                center.lon() + east / (METERS_PER_DEGREE * Math.cos(Math.toRadians(center.lat())));
        return new GeoPoint(round(lat), round(lon));
    }

    private static double mix(double from, double to, double share) {
        return from + (to - from) * share;
    }

    private static double round(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }
}
