// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.rulebook.RulebookFixture;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long a fence may live: six hours at a time, seventy-two at the most. */
final class FenceLifeTest {

    private static final Instant OPENED = RulebookFixture.NOON;

    private final FenceLife life = FenceLife.of(RulebookFixture.rulebook());

    @ParameterizedTest
    @CsvSource({
        "0, 0, must be after openedAt",
        "0, 6, ''",
        "0, 6.01, is further ahead than one renewal of COL-03 allows",
        "5, 11, ''",
        "5, 11.01, is further ahead than one renewal of COL-03 allows",
        "-5, 6, ''",
        "70, 72, ''",
        "70, 72.01, is beyond the hard stop of COL-03.stop"
    })
    @Control("COL-03")
    void aStatedEndIsWithinOneRenewalAndTheHardStop(
            double updatedHour, double statedHour, String problem) {
        // Given
        Instant updated = at(updatedHour);

        // When
        Optional<String> found = life.endProblem(OPENED, updated, at(statedHour));

        // Then
        assertThat(found.orElse("")).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({"0, 3, 3", "0, 9, 6", "5, 30, 11", "70, 90, 72", "70, 71, 71"})
    @Control("COL-03")
    void anEndThatIsTooLateIsBroughtForward(
            double updatedHour, double statedHour, double expectedHour) {
        // Given
        Instant stated = at(statedHour);

        // When
        Instant end = life.shorten(OPENED, at(updatedHour), stated);

        // Then
        assertThat(end).isEqualTo(at(expectedHour));
    }

    @Test
    @Control("COL-03")
    void aFenceWithoutAStatedEndStillEnds() {
        // Given the rule

        // When
        Instant end = life.unstatedEnd(OPENED);

        // Then
        assertThat(end).isEqualTo(at(6));
        assertThat(life.shorten(OPENED, at(70), null)).isEqualTo(at(72));
    }

    @Test
    @Control("COL-03")
    void theRulebooksHoursCount() {
        // Given
        FenceLife shorter = FenceLife.of(RulebookFixture.withValue("COL-03", "2"));

        // When
        Instant end = shorter.unstatedEnd(OPENED);

        // Then
        assertThat(end).isEqualTo(at(2));
    }

    @Test
    @Control("COL-03")
    void nothingOpensInTheFuture() {
        // Given
        Instant now = OPENED;

        // When
        Optional<String> ahead = FenceLife.openingProblem(now.plusSeconds(121), now);

        // Then
        assertThat(ahead).contains("lies in the future");
        assertThat(FenceLife.openingProblem(now.plusSeconds(120), now)).isEmpty();
    }

    private static Instant at(double hour) {
        return OPENED.plus(Duration.ofSeconds(Math.round(hour * 3600)));
    }
}
