// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.alerting;

import org.perimeter.policy.model.reading.ThreatKind;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * What ordinary life in one town brings of each kind and group of categories at each time of day,
 * from counts alone.
 *
 * @param counts voices by {@link #name}, seen while nothing was the matter
 * @param watched for how long, each time of day
 */
public record TownNoise(Map<String, Long> counts, Duration watched) {

    /** A town that nobody has counted yet. */
    public static final TownNoise UNKNOWN = new TownNoise(Map.of(), Duration.ZERO);

    private static final int HOURS_TOGETHER = 6;

    public TownNoise {
        counts = Map.copyOf(counts);
    }

    /** Under what a voice is counted: what it says, and the quarter of the day (UTC). */
    public static String name(ThreatKind kind, CategoryGroup group, Instant at) {
        int quarter = at.atZone(ZoneOffset.UTC).getHour() / HOURS_TOGETHER;
        return "noise/" + kind + "/" + group + "/" + quarter;
    }

    /** How often such voices speak at this time of day. */
    public NoiseRate rate(ThreatKind kind, CategoryGroup group, Instant at) {
        long count = counts.getOrDefault(name(kind, group, at), 0L);
        return NoiseRate.UNKNOWN.after(count, watched);
    }
}
