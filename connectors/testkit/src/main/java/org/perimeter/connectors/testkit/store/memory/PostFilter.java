// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.testkit.store.memory;

import org.jspecify.annotations.Nullable;
import org.perimeter.connectors.spi.store.PostQuery;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.model.post.StoredPost;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says whether a stored post meets a query, ignoring the page. */
final class PostFilter implements Predicate<StoredPost> {

    private static final double EARTH_RADIUS_METERS = 6_371_008.8;
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private final PostQuery query;

    PostFilter(PostQuery query) {
        this.query = query;
    }

    @Override
    public boolean test(StoredPost post) {
        return post.incidentId().equals(query.incidentId())
                && (query.kinds().isEmpty()
                        || query.kinds().contains(post.analysis().threat().kind()))
                && (query.author() == null || post.author().equals(query.author()))
                && isInTime(post.witnessedAt())
                && isNear(post.match().place().point())
                && hasWords(post);
    }

    private boolean isInTime(Instant witnessedAt) {
        Instant since = query.since();
        Instant until = query.until();
        return (since == null || !witnessedAt.isBefore(since))
                && (until == null || witnessedAt.isBefore(until));
    }

    private boolean isNear(GeoPoint point) {
        @Nullable GeoPoint center = query.center();
        @Nullable Double meters = query.withinMeters();
        return center == null || meters == null || distance(center, point) <= meters;
    }

    private boolean hasWords(StoredPost post) {
        if (query.text().isBlank()) {
            return true;
        }
        List<String> texts = new ArrayList<>(post.mediaDescriptions());
        texts.add(post.text());
        Set<String> asked = words(query.text());
        return !asked.isEmpty() && words(String.join(" ", texts)).containsAll(asked);
    }

    private static Set<String> words(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Arrays.stream(NOT_A_WORD.split(folded, -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Great-circle distance in metres (haversine). */
    private static double distance(GeoPoint a, GeoPoint b) {
        double dLat = Math.toRadians(b.lat() - a.lat()) / 2;
        double dLon = Math.toRadians(b.lon() - a.lon()) / 2;
        double h =
                Math.sin(dLat) * Math.sin(dLat)
                        + Math.cos(Math.toRadians(a.lat()))
                                * Math.cos(Math.toRadians(b.lat()))
                                * Math.sin(dLon)
                                * Math.sin(dLon);
        return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(h)));
    }
}
