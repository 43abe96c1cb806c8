// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.nlp.geo;

import org.perimeter.policy.model.place.GeoPoint;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What a jurisdiction says of itself.
 *
 * @param name of the town
 * @param aliases other names of it
 * @param admin state or province; may be empty
 * @param country may be empty
 * @param southWest corner of everything in it
 * @param northEast the opposite corner
 * @param date of the data, {@code unknown} when the extract does not say
 */
record JurisdictionHead(
        String name,
        List<String> aliases,
        String admin,
        String country,
        GeoPoint southWest,
        GeoPoint northEast,
        String date) {

    private static final String SOURCE = "© OpenStreetMap contributors";
    private static final String LICENCE = "ODbL-1.0 (https://opendatacommons.org/licenses/odbl/)";

    JurisdictionHead {
        aliases = List.copyOf(aliases);
    }

    /**
     * From a name as given: {@code Bangor, ME, US} is the town, its state and its country.
     *
     * @param streets everything drawn, for the extent; at least one
     * @param timestamp seconds since 1970; 0 for unknown
     */
    static JurisdictionHead of(String given, List<Feature> streets, long timestamp) {
        String[] parts = given.split(",", 3);
        List<GeoPoint> points =
                streets.stream()
                        .flatMap(s -> s.shape().lines().stream())
                        .flatMap(List::stream)
                        .toList();
        String date =
                timestamp == 0
                        ? "unknown"
                        : Instant.ofEpochSecond(timestamp)
                                .atZone(ZoneOffset.UTC)
                                .toLocalDate()
                                .toString();
        return new JurisdictionHead(
                parts[0].strip(),
                List.of(),
                parts.length > 1 ? parts[1].strip() : "",
                parts.length > 2 ? parts[2].strip() : "",
                new GeoPoint(
                        points.stream().mapToDouble(GeoPoint::lat).min().orElseThrow(),
                        points.stream().mapToDouble(GeoPoint::lon).min().orElseThrow()),
                new GeoPoint(
                        points.stream().mapToDouble(GeoPoint::lat).max().orElseThrow(),
                        points.stream().mapToDouble(GeoPoint::lon).max().orElseThrow()),
                date);
    }

    /** The middle between the corners. */
    GeoPoint center() {
        return new GeoPoint(
                Math.round((southWest.lat() + northEast.lat()) / 2 * 1e6) / 1e6,
                Math.round((southWest.lon() + northEast.lon()) / 2 * 1e6) / 1e6);
    }

    String source() {
        return SOURCE;
    }

    String licence() {
        return LICENCE;
    }
}
