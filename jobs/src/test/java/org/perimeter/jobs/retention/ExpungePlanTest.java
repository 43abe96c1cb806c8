// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.retention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.perimeter.policy.rules.RetentionSchedule;

import java.time.Duration;
import java.time.Instant;

class ExpungePlanTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final ExpungePlan plan = new ExpungePlan();

    @Test
    void isDueAtMostOnceAnHour() {
        // Given
        plan.shareDue(NOON);

        // When, Then
        assertThat(plan.shareDue(NOON.plus(Duration.ofMinutes(59)))).isEmpty();
        assertThat(plan.shareDue(NOON.plus(Duration.ofMinutes(60)))).isPresent();
    }

    @Test
    void takesEverythingAtTheStartAndThenOnlyMuchForADay() {
        // Given
        double first = plan.shareDue(NOON).orElseThrow();
        plan.done(first, 0, NOON);

        // When
        double anHourLater = plan.shareDue(NOON.plus(Duration.ofHours(1))).orElseThrow();
        double aDayLater = plan.shareDue(NOON.plus(Duration.ofHours(24))).orElseThrow();

        // Then
        assertThat(first).isZero();
        assertThat(anHourLater).isEqualTo(ExpungePlan.MUCH);
        assertThat(aDayLater).isZero();
    }

    @Test
    void triesEverythingAgainWhileSomethingIsLeft() {
        // Given
        plan.done(plan.shareDue(NOON).orElseThrow(), 3, NOON);

        // When, Then
        assertThat(plan.shareDue(NOON.plus(Duration.ofHours(1)))).hasValue(0);
    }

    @Test
    void keepsWhatTheReportSays() {
        // Given
        plan.done(plan.shareDue(NOON).orElseThrow(), 0, NOON);
        Instant erased = NOON.plusSeconds(1);
        Instant gone = erased;

        // When
        while (plan.shareDue(gone).orElse(1) > 0) {
            gone = gone.plus(Duration.ofMinutes(1));
        }

        // Then
        assertThat(Duration.between(erased, gone)).isLessThan(RetentionSchedule.OFF_DISK);
    }
}
