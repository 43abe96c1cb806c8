// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.spi.store;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.reading.ThreatKind;

import java.time.Instant;
import java.util.List;

/**
 * A search for posts inside exactly one incident; there is no query without an incident.
 *
 * @param incidentId the incident; mandatory
 * @param text words that must all occur, after normalisation; empty for all posts. Taken literally:
 *     no query language
 * @param kinds threat kinds to keep; empty for all
 * @param author only posts of this pseudonym; null for all
 * @param since witnessed at or after; null for no bound
 * @param until witnessed before; null for no bound
 * @param withinMeters only posts whose matched place is within so many metres of {@code center};
 *     needs a centre
 * @param center centre for {@code withinMeters}
 * @param after the {@link Page#next()} of the page before; null for the first page
 * @param limit page size, 1 to 100
 */
public record PostQuery(
        String incidentId,
        String text,
        List<ThreatKind> kinds,
        @Nullable String author,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable Double withinMeters,
        @Nullable GeoPoint center,
        @Nullable String after,
        int limit) {

    /**
     * @throws IllegalArgumentException when the incident is missing, the limit is out of 1..100 or
     *     the distance lacks its centre
     */
    public PostQuery {
        kinds = List.copyOf(kinds);
        if (incidentId.isEmpty()) {
            throw new IllegalArgumentException("incidentId is required");
        }
        if (limit < 1 || limit > 100) {
            throw new IllegalArgumentException("limit must be 1 to 100");
        }
        if (withinMeters != null && (center == null || !(withinMeters > 0))) {
            throw new IllegalArgumentException("withinMeters needs a center and a value above 0");
        }
    }

    /** The newest posts of an incident. */
    public static PostQuery newest(String incidentId, int limit) {
        return new PostQuery(incidentId, "", List.of(), null, null, null, null, null, null, limit);
    }
}
