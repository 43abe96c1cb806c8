// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.line;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.place.GeoPoint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Options of the {@code analyze} command.
 *
 * @param in input file; null for standard input
 * @param out output file; null for standard output
 * @param near where an incident is; null when none is given
 * @param places jurisdiction folders
 */
public record AnalyzeOptions(
        @Nullable Path in, @Nullable Path out, @Nullable GeoPoint near, List<Path> places) {

    public AnalyzeOptions {
        places = List.copyOf(places);
    }

    /**
     * From the command line.
     *
     * @throws IllegalArgumentException when the call is wrong, saying how
     */
    public static AnalyzeOptions parse(String[] args) {
        @Nullable Path in = null;
        @Nullable Path out = null;
        @Nullable GeoPoint near = null;
        List<Path> places = new ArrayList<>();
        for (int i = 0; i < args.length; i += 2) {
            if (i + 1 >= args.length) {
                throw new IllegalArgumentException(args[i] + " needs a value");
            }
            String value = args[i + 1];
            switch (args[i]) {
                case "--in" -> in = Path.of(value);
                case "--out" -> out = Path.of(value);
                case "--near" -> near = point(value);
                case "--places" -> places.add(Path.of(value));
                default -> throw new IllegalArgumentException("unknown option " + args[i]);
            }
        }
        return new AnalyzeOptions(in, out, near, places);
    }

    private static GeoPoint point(String latLon) {
        String[] parts = latLon.split(",", -1);
        try {
            if (parts.length == 2) {
                return new GeoPoint(
                        Double.parseDouble(parts[0].trim()), Double.parseDouble(parts[1].trim()));
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--near must be LAT,LON on the earth", e);
        }
        throw new IllegalArgumentException("--near must be LAT,LON");
    }
}
