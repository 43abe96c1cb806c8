// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.launcher.bench;

import org.jspecify.annotations.Nullable;
import org.perimeter.policy.model.place.GeoPoint;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * What an analyst looks for in one incident.
 *
 * @param incident its number
 * @param text one to three words; empty for the newest posts
 * @param reportsOnly whether only reports of violence are wanted
 * @param since witnessed at or after; null for no bound
 * @param withinMeters of {@code center}; 0 for anywhere in the fence
 * @param center of the circle
 */
record Question(
        int incident,
        String text,
        boolean reportsOnly,
        @Nullable Instant since,
        int withinMeters,
        GeoPoint center) {

    /** Posts on a page of the answer. */
    static final int LIMIT = 50;

    private static final int METERS = 400;

    /** A question as they come: half by words alone, the others narrowed in one way more. */
    static Question next(SplittableRandom random, int incidents) {
        int incident = random.nextInt(incidents);
        GeoPoint middle = BenchPosts.center(incident);
        GeoPoint center =
                new GeoPoint(
                        middle.lat() + random.nextDouble(-0.005, 0.005),
                        middle.lon() + random.nextDouble(-0.005, 0.005));
        int kind = random.nextInt(10);
        String text = kind == 0 ? "" : new InventedWords(random).sentence(1 + random.nextInt(3));
        return new Question(
                incident,
                text,
                kind == 1 || kind == 2,
                kind == 3 ? BenchPosts.FIRST.plus(Duration.ofHours(random.nextInt(20))) : null,
                kind == 4 || kind == 5 ? METERS : 0,
                center);
    }
}
