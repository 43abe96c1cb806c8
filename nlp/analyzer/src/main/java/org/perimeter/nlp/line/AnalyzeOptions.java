// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.line;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.command.WrongCallException;
import org.perimeter.policy.model.place.GeoPoint;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Options of the {@code analyze} command. */
@Command(
        name = "./perimeter analyze",
        description = {
            "Posts as JSON lines in, analyses as JSON lines out, in input order. A line that"
                    + " cannot be read becomes an error line; the others go on.",
            "In: {\"id\":\"1\",\"text\":\"...\"}, if known also language and point:{lat,lon}. Out: id,"
                    + " language, entities, places, incident, threat."
        },
        footer = {
            "  echo '{\"id\":\"1\",\"text\":\"shots fired at the mall\"}' | ./perimeter analyze",
            "  ./perimeter analyze --in posts.ndjson --out read.ndjson --near 37.8,-122.27"
        })
public final class AnalyzeOptions {

    @Option(names = "--in", paramLabel = "FILE", description = "the posts (standard input)")
    private @Nullable Path in;

    @Option(names = "--out", paramLabel = "FILE", description = "the analyses (standard output)")
    private @Nullable Path out;

    @Option(
            names = "--near",
            paramLabel = "LAT,LON",
            description = "where an incident is: places near it are meant first (nowhere)")
    private @Nullable String near;

    @Option(
            names = "--places",
            paramLabel = "DIR",
            description =
                    "folder of a jurisdiction as `geo import` writes it; may be given again (none)")
    private List<Path> places = new ArrayList<>();

    @Option(
            names = "--first",
            description = "only the first reading; without it every post is read closely too")
    private boolean first;

    /** Whether only the first reading is wanted. */
    public boolean first() {
        return first;
    }

    /** Input file; null for standard input. */
    public @Nullable Path in() {
        return in;
    }

    /** Output file; null for standard output. */
    public @Nullable Path out() {
        return out;
    }

    /**
     * Where an incident is; null when none is given.
     *
     * @throws WrongCallException when it is no point
     */
    public @Nullable GeoPoint near() {
        return near == null ? null : point(near);
    }

    /** Jurisdiction folders. */
    public List<Path> places() {
        return List.copyOf(places);
    }

    private static GeoPoint point(String latLon) {
        String[] parts = latLon.split(",", -1);
        try {
            if (parts.length == 2) {
                return new GeoPoint(
                        Double.parseDouble(parts[0].trim()), Double.parseDouble(parts[1].trim()));
            }
        } catch (IllegalArgumentException e) {
            throw new WrongCallException("--near must be LAT,LON on the earth");
        }
        throw new WrongCallException("--near must be LAT,LON");
    }
}
