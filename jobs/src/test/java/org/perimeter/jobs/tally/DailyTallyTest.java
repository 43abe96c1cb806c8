// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.jobs.tally;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;

class DailyTallyTest {

    private static final Instant EVENING = Instant.parse("2026-11-24T23:59:59.900Z");
    private static final Instant MORNING = Instant.parse("2026-11-25T00:00:00.100Z");

    private final DailyTally tally = new DailyTally("gate-run-0", EVENING);

    @Test
    void countsEachDayApart() {
        // Given
        Tally counts = tally.today();
        counts.add("seen", 5);

        // When
        tally.turn(MORNING);
        counts.add("seen", 2);

        // Then
        assertThat(tally.snapshots(MORNING))
                .containsExactly(told("2026-11-24", MORNING, 5L), told("2026-11-25", MORNING, 2L));
    }

    @Test
    void staysOnItsDayWhenTheClockStepsBack() {
        // Given
        tally.today().add("seen", 5);
        tally.turn(MORNING);
        tally.today().add("seen", 2);

        // When
        tally.turn(EVENING);

        // Then
        assertThat(tally.snapshots(MORNING)).contains(told("2026-11-25", MORNING, 2L));
    }

    @Test
    void tellsTheDayThatEndedAgainAfterARestart() {
        // Given
        tally.today().add("seen", 5);
        List<TallySnapshot> saved = tally.snapshots(EVENING);

        // When
        DailyTally restarted = new DailyTally("gate-run-0", MORNING);
        saved.forEach(restarted::restore);

        // Then
        assertThat(restarted.snapshots(MORNING))
                .containsExactly(
                        told("2026-11-24", MORNING, 5L),
                        new TallySnapshot("gate-run-0", "2026-11-25", MORNING, Map.of()));
    }

    private static TallySnapshot told(String day, Instant at, long seen) {
        return new TallySnapshot("gate-run-0", day, at, Map.of("seen", seen));
    }
}
