// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.perimeter.policy.model.reading.ThreatKind;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

final class NoiseRateTest {

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    @Test
    void isAPoissonRateOnceItIsWellKnown() {
        // Given: two an hour, known from ten thousand hours
        NoiseRate rate = new NoiseRate(20_000, 10_000);

        // When
        double chance = rate.chance(3, HALF_AN_HOUR, 1);

        // Then: 1 - e^-1 (1 + 1 + 1/2)
        assertThat(chance).isCloseTo(0.0803, within(0.0005));
    }

    @Test
    void isSurprisedLessWhileItIsBadlyKnown() {
        // Given
        NoiseRate badly = new NoiseRate(2, 1);
        NoiseRate well = new NoiseRate(2_000, 1_000);

        // When, Then
        assertThat(badly.chance(5, HALF_AN_HOUR, 1)).isGreaterThan(well.chance(5, HALF_AN_HOUR, 1));
    }

    @Test
    void isScaledToTheFence() {
        // Given
        NoiseRate rate = new NoiseRate(200, 100);

        // When, Then
        assertThat(rate.chance(2, HALF_AN_HOUR, 0.05)).isLessThan(0.01);
        assertThat(rate.chance(2, HALF_AN_HOUR, 1)).isGreaterThan(0.2);
        assertThat(rate.chance(0, HALF_AN_HOUR, 1)).isEqualTo(1);
    }

    @Test
    void doesNotUseCountsThatAreAboutSinglePeople() {
        // When, Then
        assertThat(NoiseRate.UNKNOWN.after(9, Duration.ofHours(100))).isEqualTo(NoiseRate.UNKNOWN);
        assertThat(NoiseRate.UNKNOWN.after(10, Duration.ofHours(100)))
                .isEqualTo(new NoiseRate(10.5, 101));
    }

    @Test
    void knowsTheTimeOfDay() {
        // Given
        Instant night = Instant.parse("2026-11-24T02:00:00Z");
        Instant noon = Instant.parse("2026-11-24T12:00:00Z");
        TownNoise noise =
                new TownNoise(
                        Map.of(
                                TownNoise.name(ThreatKind.REPORT, CategoryGroup.VIOLENCE, night),
                                300L,
                                TownNoise.millis(night),
                                360_000_000L));

        // When
        NoiseRate atNight = noise.rate(ThreatKind.REPORT, CategoryGroup.VIOLENCE, night);
        NoiseRate atNoon = noise.rate(ThreatKind.REPORT, CategoryGroup.VIOLENCE, noon);

        // Then
        assertThat(atNight.chance(3, HALF_AN_HOUR, 1)).isGreaterThan(0.1);
        assertThat(atNoon).isEqualTo(NoiseRate.UNKNOWN);
    }
}
