// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.search.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

final class RetryScheduleTest {

    private static final Attempt DOWN = Attempt.answered(500, null);

    private static List<Duration> waits(RetrySchedule schedule, Attempt attempt) {
        List<Duration> waits = new ArrayList<>();
        Duration wait = schedule.waitAfter(1, attempt);
        while (wait != null) {
            waits.add(wait);
            wait = schedule.waitAfter(waits.size() + 1, attempt);
        }
        return waits;
    }

    @Test
    void followsTheRecommendationAndEnds() {
        // When
        List<Duration> waits = waits(new RetrySchedule(() -> 0), DOWN);

        // Then
        assertThat(waits)
                .containsExactly(
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(30),
                        Duration.ofHours(2),
                        Duration.ofHours(5),
                        Duration.ofHours(10),
                        Duration.ofHours(14),
                        Duration.ofHours(20),
                        Duration.ofHours(24));
    }

    @Test
    void addsAFifthAtMostByChance() {
        // When
        List<Duration> waits = waits(new RetrySchedule(() -> 0.5), DOWN);

        // Then
        assertThat(waits).startsWith(Duration.ofMillis(5_500), Duration.ofSeconds(330));
    }

    @Test
    void givesUpEarlyOnAMessageThatIsNotWanted() {
        // When
        List<Duration> waits = waits(new RetrySchedule(() -> 0), Attempt.answered(422, null));

        // Then
        assertThat(waits)
                .containsExactly(
                        Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofMinutes(30));
    }

    @Test
    void waitsAsLongAsItIsAskedWithinADay() {
        // Given
        RetrySchedule schedule = new RetrySchedule(() -> 0);

        // When, Then
        assertThat(schedule.waitAfter(1, Attempt.answered(429, Duration.ofSeconds(90))))
                .isEqualTo(Duration.ofSeconds(90));
        assertThat(schedule.waitAfter(1, Attempt.answered(503, Duration.ofSeconds(1))))
                .isEqualTo(Duration.ofSeconds(5));
        assertThat(schedule.waitAfter(1, Attempt.answered(503, Duration.ofSeconds(-9))))
                .isEqualTo(Duration.ofSeconds(5));
        assertThat(schedule.waitAfter(1, Attempt.answered(503, Duration.ofDays(900))))
                .isEqualTo(Duration.ofDays(1));
    }
}
