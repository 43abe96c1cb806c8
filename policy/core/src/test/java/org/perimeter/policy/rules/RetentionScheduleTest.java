// SPDX-License-Identifier: GPL-3.0-or-later
package org.perimeter.policy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.perimeter.policy.controls.Control;
import org.perimeter.policy.model.decision.RetentionClass;
import org.perimeter.policy.model.incident.Incident;
import org.perimeter.policy.model.incident.IncidentCategory;
import org.perimeter.policy.model.incident.IncidentStatus;
import org.perimeter.policy.model.place.Fence;
import org.perimeter.policy.model.place.GeoPoint;
import org.perimeter.policy.rulebook.RulebookFixture;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Control RET-01: limits hold whatever the clock does. */
final class RetentionScheduleTest {

    private static final Instant OPENED = Instant.parse("2027-03-10T12:00:00Z");

    private final RetentionSchedule schedule = RetentionSchedule.of(RulebookFixture.rulebook());

    @Property(tries = 500, seed = "20261124")
    @Control({"RET-01", "RET-02"})
    void nothingOutlivesItsClass(
            @ForAll RetentionClass retentionClass,
            @ForAll @LongRange(min = 1_700_000_000L, max = 1_900_000_000L) long second) {
        // Given
        Instant admitted = Instant.ofEpochSecond(second);

        // When
        LocalDate day = schedule.deleteByDay(retentionClass, admitted);

        // Then
        Instant due = RetentionSchedule.dueAt(day);
        Duration cap = schedule.cap(retentionClass);
        assertThat(due).isBeforeOrEqualTo(admitted.plus(cap)).isAfter(admitted);
        assertThat(due).isAfter(admitted.plus(cap).minus(Duration.ofDays(1)));
        assertThat(RetentionSchedule.isDue(day, due.minusMillis(1))).isFalse();
        assertThat(RetentionSchedule.isDue(day, due)).isTrue();
        assertThat(RetentionSchedule.isDue(day, due.plus(Duration.ofDays(900)))).isTrue();
    }

    @Test
    @Control("RET-01")
    void theCapsAreThoseOfTheRulebook() {
        // Given the schedule

        // When
        Duration sensitive = schedule.cap(RetentionClass.R0);

        // Then
        assertThat(sensitive).isEqualTo(Duration.ofHours(24));
        assertThat(schedule.cap(RetentionClass.R1)).isEqualTo(Duration.ofDays(7));
        assertThat(schedule.cap(RetentionClass.R2)).isEqualTo(Duration.ofDays(30));
    }

    @Test
    @Control("FAS-01")
    void aSensitivePlaceGivesTheShortestClass() {
        // Given
        Incident sensitive = incident(null, true);

        // When
        RetentionClass retentionClass = schedule.classify(sensitive);

        // Then
        assertThat(retentionClass).isEqualTo(RetentionClass.R0);
        assertThat(schedule.classify(incident(null, false))).isEqualTo(RetentionClass.R1);
    }

    @Test
    @Control({"IDN-04", "RET-01"})
    void anIncidentIsDueSeventyTwoHoursAfterItCloses() {
        // Given
        Incident closed = incident(OPENED.plus(Duration.ofHours(1)), false);
        Instant due = OPENED.plus(Duration.ofHours(73));

        // When
        boolean early = schedule.isDue(closed, due.minusMillis(1));

        // Then
        assertThat(early).isFalse();
        assertThat(schedule.isDue(closed, due)).isTrue();
    }

    @Test
    @Control({"IDN-04", "RET-01"})
    void anIncidentThatNobodyClosesIsDueAfterItExpires() {
        // Given
        Incident open = incident(null, false);
        Incident closedLate = incident(OPENED.plus(Duration.ofDays(60)), false);

        // When
        Instant due = schedule.dueAt(open);

        // Then
        assertThat(due).isEqualTo(OPENED.plus(Duration.ofHours(78)));
        assertThat(schedule.dueAt(closedLate)).isEqualTo(due);
    }

    @Test
    @Control("RET-03")
    void deletesAreToldToAnIncidentForAsLongAsAnyRulebookLetsItsPostsRest() {
        // Given
        Incident closedLate = incident(OPENED.plus(Duration.ofHours(10)), false);
        Instant last = OPENED.plus(Duration.ofHours(10)).plus(Duration.ofDays(40));

        // When
        boolean held = RetentionSchedule.mayHold(closedLate, last.minusMillis(1));

        // Then
        assertThat(held).isTrue();
        assertThat(RetentionSchedule.mayHold(closedLate, last)).isFalse();
    }

    private static Incident incident(@Nullable Instant closedAt, boolean protectedPlace) {
        return new Incident(
                "cad:1",
                "cad",
                "2027-0042",
                "Shots",
                IncidentCategory.SHOOTING,
                1,
                closedAt == null ? IncidentStatus.ACTIVE : IncidentStatus.CLOSED,
                Fence.circle(new GeoPoint(37.8, -122.27), 500),
                OPENED,
                OPENED,
                OPENED.plus(Duration.ofHours(6)),
                closedAt,
                protectedPlace,
                false,
                false,
                1);
    }
}
