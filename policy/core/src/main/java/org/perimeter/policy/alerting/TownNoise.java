// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.alerting;

import org.perimeter.policy.model.reading.ThreatKind;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * What ordinary life in one town brings of each kind and group of categories at each time of day,
 * from counts alone: no post, no author, no place.
 *
 * @param counts voices by {@link #name}, heard where no incident was open, and by {@link #millis}
 *     for how long the collection gate listened
 */
public record TownNoise(Map<String, Long> counts) {

    /** A town that nobody has counted yet. */
    public static final TownNoise UNKNOWN = new TownNoise(Map.of());

    private static final int HOURS_TOGETHER = 6;
    private static final String NOISE = "noise/";

    public TownNoise {
        counts = Map.copyOf(counts);
    }

    /** Under what a voice is counted: what it says, and the quarter of the day (UTC). */
    public static String name(ThreatKind kind, CategoryGroup group, Instant at) {
        return NOISE + kind + "/" + group + "/" + quarter(at);
    }

    /** Under what a millisecond of listening is counted: the quarter of the day (UTC). */
    public static String millis(Instant at) {
        return NOISE + "millis/" + quarter(at);
    }

    private static int quarter(Instant at) {
        return at.atZone(ZoneOffset.UTC).getHour() / HOURS_TOGETHER;
    }

    /** How often such voices speak at this time of day. */
    public NoiseRate rate(ThreatKind kind, CategoryGroup group, Instant at) {
        long count = counts.getOrDefault(name(kind, group, at), 0L);
        Duration watched = Duration.ofMillis(counts.getOrDefault(millis(at), 0L));
        return NoiseRate.UNKNOWN.after(count, watched);
    }
}
