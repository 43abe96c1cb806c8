// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.connectors.sources.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.connectors.sources.ManualClock;

import java.time.Duration;

final class PollingPaceTest {

    private final PollingPace pace =
            new PollingPace(
                    new ManualClock("2027-03-10T12:00:00Z"),
                    Duration.ofSeconds(100),
                    Duration.ofSeconds(300));

    @Test
    void asksAtOnceAtFirstAndEverLaterWhileNothingComes() {
        // When, Then
        assertThat(pace.untilNext()).isZero();
        for (int expected : new int[] {100, 150, 225, 300, 300}) {
            pace.broughtNothing();
            assertThat(pace.untilNext().toMillis())
                    .isBetween(expected * 899L, Math.min(expected * 1101L, 300_000L));
        }
    }

    @Test
    void isQuickAgainWhenSomethingCame() {
        // Given
        pace.broughtNothing();
        pace.broughtNothing();
        pace.broughtNothing();

        // When
        pace.broughtSomething();

        // Then
        assertThat(pace.untilNext().toMillis()).isBetween(89_900L, 110_100L);
    }

    @Test
    void waitsNeverShorterThanTheServerAsksNorThanItWouldAnyway() {
        // When, Then
        pace.asked(Duration.ofHours(1));
        assertThat(pace.untilNext()).isEqualTo(Duration.ofHours(1));
        pace.asked(Duration.ZERO);
        assertThat(pace.untilNext().toMillis()).isBetween(89_900L, 110_100L);
    }
}
